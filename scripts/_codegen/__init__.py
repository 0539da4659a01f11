"""Rendering of the generated package: the generator's parser, our templates, and the facts that these need."""
