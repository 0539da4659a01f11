"""What the templates need to know and the generator's own objects do not tell.

The generator parses names, classes and operations; the modules beside this one add, from the same normalised document:
how an answer is decoded (`shapes`), what a request must satisfy (`rules`), and the annotations that say honestly what
can come out (`annotations`); this one, which side of the conversation a class is on.
"""

from __future__ import annotations

from typing import Any

from openapi_python_client.config import Config
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.openapi import Endpoint, EndpointCollection
from openapi_python_client.parser.properties import LiteralEnumProperty, ModelProperty, Property
from openapi_python_client.parser.properties.date import DateProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.strings import PythonIdentifier

from .annotations import Annotations
from .operations import Operations
from .promises import Promises
from .rules import RuleBook
from .schemas import SchemaClasses, flat
from .shapes import Shapes
from .views import FieldView, ModelView, Names, OperationView, Raw, ReadShape

# Names that a class body or its base uses itself: a field called like one of them gets an underscore.
MODEL_NAMES = frozenset(
    {"additional_properties", "date_only", "date_time", "dt", "from_dict", "from_json", "renamed", "to_dict"}
)

# Names that generated modules import for themselves: a class of the contract cannot have one of them.
MODULE_NAMES = frozenset(
    {
        "TYPE_CHECKING", "UNSET", "Answers", "Any", "Client", "File", "Literal", "Mapping", "Model", "Operation",
        "RequestArgs", "Response", "Rules", "TypeAlias", "Unset",
    }
)  # fmt: skip


class Facts:
    """The facts of one normalised document, asked for by the templates."""

    def __init__(self, document: dict[str, Any], data: GeneratorData, config: Config) -> None:
        self._schemas = schemas = SchemaClasses(document, data, config)
        self._annotations = Annotations(schemas)
        self._shapes = Shapes(schemas)
        self._rules = RuleBook(schemas, self._shapes)
        operations = Operations(schemas, self._annotations, self._shapes, self._rules)
        endpoints = [
            endpoint for collection in data.endpoint_collections_by_tag.values() for endpoint in collection.endpoints
        ]
        self._sent = schemas.reach(body.prop for endpoint in endpoints for body in endpoint.bodies)
        self._received = schemas.reach(answer.prop for endpoint in endpoints for answer in endpoint.responses)
        self._operations = {id(endpoint): operations.operation(endpoint) for endpoint in endpoints}
        self._models = {name: self._model(model) for name, model in schemas.models.items()}
        self._promises = Promises(schemas)
        self.problems = [
            *(
                f"A schema called {name} clashes with a name of the runtime: give it an x-model-name in the overlay"
                for name in sorted(MODULE_NAMES & schemas.modules.keys())
            ),
            *self._rules.problems,
            *operations.problems,
        ]

    def operation(self, endpoint: Endpoint) -> OperationView:
        return self._operations[id(endpoint)]

    def model(self, model: ModelProperty) -> ModelView:
        return self._models[str(model.class_info.name)]

    def operation_modules(self, collection: EndpointCollection) -> list[str]:
        """The names of the modules of one tag."""
        return sorted(
            str(PythonIdentifier(endpoint.name, self._schemas.config.field_prefix)) for endpoint in collection.endpoints
        )

    def promises(self) -> dict[str, dict[str, Any]]:
        """Class -> name on the wire -> what an answer holds there, for `_promises.py`."""
        received = (self._schemas.models[name] for name in sorted(self._received))
        return {str(it.class_info.name): self._promises.of_model(it) for it in received if not self._schemas.is_map(it)}

    def modules(self) -> dict[str, str]:
        """Class or alias name -> module, for `models/__init__.py`."""
        return dict(sorted(self._schemas.modules.items()))

    @staticmethod
    def enum_values(enum: LiteralEnumProperty) -> list[Any]:
        return sorted(enum.values)

    def _model(self, model: ModelProperty) -> ModelView:
        name = str(model.class_info.name)
        names = Names()
        exact = name in self._sent and name not in self._received
        raw = self._schemas.raw_model(model)
        alias = None
        fields: list[FieldView] = []
        required: list[str] = []
        nested: dict[str, ReadShape] = {}
        rest: ReadShape = None
        if self._schemas.is_map(model):
            alias = self._annotations.annotation(model, raw, names, exact=exact)
        else:
            raw_properties = self._schemas.raw_properties(raw)
            for prop in self._schemas.properties(model):
                wire = self._schemas.wire(prop)
                raw_property = raw_properties.get(wire, {})
                must = exact and prop.required and not self._schemas.deref(raw_property).get("readOnly")
                view = self._field(prop, wire, raw_property, names, exact=exact, must=must)
                fields.append(view)
                if must:
                    required.append(view.name)
                shape = self._shapes.shape(prop, raw_property)
                if shape is not None:
                    nested[wire] = shape
            fields.sort(key=lambda view: view.name not in required)
            if model.additional_properties is not None:
                rest = self._shapes.shape(model.additional_properties, raw.get("additionalProperties", {}))
        names.classes.discard(name)
        return ModelView(
            name=name,
            alias=alias,
            side="sent" if exact else "received",
            fields=fields,
            required=tuple(required),
            nested=nested,
            rest=rest,
            rules=self._rules.of_class.get(name),
            printed=raw.get("x-printed"),
            times=names.times,
            imports=names.imports(".", self._schemas.modules),
        )

    def _field(self, prop: Property, wire: str, raw: Raw, names: Names, *, exact: bool, must: bool) -> FieldView:
        name = str(prop.python_name)
        if name in MODEL_NAMES:
            name += "_"
        parts = self._annotations.parts(prop, raw, names, exact=exact)
        if "Any" in parts:
            annotation = "Any"
        else:
            extra = [] if must else ["Unset"] if exact else ["None", "Unset"]
            annotation = " | ".join([*(part for part in parts if part not in extra), *extra])
        kinds = {type(inner) for inner in flat(prop)}
        special = "date_time" if DateTimeProperty in kinds else "date_only" if DateProperty in kinds else None
        if special is None and name != wire:
            special = "renamed"
        if special is not None:
            default: str | None = f"{special}({wire!r})" if must else f"{special}({wire!r}, default=UNSET)"
        else:
            default = None if must else "UNSET"
        return FieldView(name, annotation, default)
