"""The catalogue: a shop for coffee, batik and craft that also sells e-books, a course and a coffee subscription."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from ..store import Store

GUIDE_VARIANT = 494535
GUIDE_BUNDLE = 31925
COURSE_VARIANT = 494701
PLAN_VARIANTS = (494711, 494712, 494713)
SCARCE_VARIANT = 494541
SOLD_OUT_VARIANT = 494551
HIDDEN_SLUG = "paket-reseller-kopi"

CATEGORIES: tuple[tuple[int, str, str], ...] = (
    (11, "Kopi", "Minuman > Kopi"),
    (12, "Teh", "Minuman > Teh"),
    (21, "Batik", "Busana > Batik"),
    (22, "Tenun", "Busana > Tenun"),
    (31, "Kerajinan", "Rumah > Kerajinan"),
    (32, "Dapur", "Rumah > Dapur"),
    (41, "Buku digital", "Digital > Buku"),
    (42, "Kelas", "Digital > Kelas"),
    (43, "Langganan", "Digital > Langganan"),
)

_INSERT_ITEM = "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_INSERT_VARIANT = "INSERT INTO variants VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"
_STARTED = datetime(2026, 1, 5, 2, 0, tzinfo=UTC).timestamp()


@dataclass(frozen=True)
class _Sku:
    id: int
    price: int
    stock: int | None = None
    option1: str | None = None
    option2: str | None = None
    weight: int = 0
    period: str | None = None


@dataclass(frozen=True)
class _Product:
    slug: str
    name: str
    category: int
    text: str
    skus: tuple[_Sku, ...]
    item_type: str = "physical"
    option1: str | None = None
    option2: str | None = None
    hidden: bool = False


@dataclass(frozen=True)
class _Bundle:
    id: int
    slug: str
    name: str
    category: int
    text: str
    price: int
    lines: tuple[tuple[int, int], ...]
    hidden: bool = False


PRODUCTS: tuple[_Product, ...] = (
    _Product(
        "kopi-arabika-gayo",
        "Kopi Arabika Gayo",
        11,
        "Arabika dari dataran tinggi Gayo, disangrai tiap Senin.",
        (
            _Sku(GUIDE_VARIANT, 125_000, 500, "250 g", "Biji", 280),
            _Sku(494536, 125_000, 320, "250 g", "Bubuk", 280),
            _Sku(494537, 235_000, 140, "500 g", "Biji", 540),
            _Sku(494538, 235_000, 90, "500 g", "Bubuk", 540),
        ),
        option1="Ukuran",
        option2="Gilingan",
    ),
    _Product(
        "kopi-robusta-temanggung",
        "Kopi Robusta Temanggung",
        11,
        "Robusta pekat untuk kopi susu.",
        (_Sku(494540, 78_000, 260, "200 g", None, 230), _Sku(SCARCE_VARIANT, 360_000, 3, "1 kg", None, 1050)),
        option1="Ukuran",
    ),
    _Product(
        "teh-melati-slawi",
        "Teh Melati Slawi",
        12,
        "Daun teh wangi melati, digulung tangan.",
        (_Sku(494545, 32_500, 800, None, None, 120),),
    ),
    _Product(
        "batik-tulis-lasem",
        "Kemeja Batik Tulis Lasem",
        21,
        "Batik tulis merah Lasem, satu motif satu lembar.",
        (_Sku(SOLD_OUT_VARIANT, 890_000, 0, "M", "Merah", 350), _Sku(494552, 890_000, 0, "L", "Merah", 360)),
        option1="Ukuran",
        option2="Warna",
    ),
    _Product(
        "kemeja-batik-cap-pekalongan",
        "Kemeja Batik Cap Pekalongan",
        21,
        "Batik cap katun, lengan pendek.",
        (
            _Sku(494555, 219_000, 40, "S", "Biru", 260),
            _Sku(494556, 219_000, 65, "M", "Biru", 270),
            _Sku(494557, 219_000, 0, "L", "Biru", 280),
            _Sku(494558, 229_000, 12, "XL", "Biru", 300),
        ),
        option1="Ukuran",
        option2="Warna",
    ),
    _Product(
        "selendang-tenun-sumba",
        "Selendang Tenun Sumba",
        22,
        "Tenun ikat pewarna alam dari Sumba Timur.",
        (_Sku(494560, 475_000, 18, None, None, 300),),
    ),
    _Product(
        "tikar-pandan-rajapolah",
        "Tikar Pandan Rajapolah",
        31,
        "Anyaman pandan, 120 x 180 cm.",
        (_Sku(494565, 165_000, 30, None, None, 1800),),
    ),
    _Product(
        "cobek-batu-muntilan",
        "Cobek Batu Muntilan",
        32,
        "Batu kali utuh dengan ulekan, memang berat.",
        (_Sku(494570, 145_000, 25, "20 cm", None, 5200), _Sku(494571, 198_000, 14, "26 cm", None, 8100)),
        option1="Diameter",
    ),
    _Product(
        "dripper-keramik-plered",
        "Dripper Keramik Plered",
        32,
        "Dripper dua cangkir dari tanah liat Plered.",
        (_Sku(494575, 110_000, 60, None, None, 420),),
    ),
    _Product(
        "buku-seduh-manual",
        "Buku Seduh Manual",
        41,
        "Buku elektronik 96 halaman tentang seduh tetes.",
        (_Sku(494601, 49_000),),
        item_type="digital",
    ),
    _Product(
        "buku-resep-kopi-susu",
        "Resep Kopi Susu Rumahan",
        41,
        "Dua puluh resep, berkas PDF.",
        (_Sku(494602, 39_000),),
        item_type="digital",
    ),
    _Product(
        "aplikasi-catat-sangrai",
        "Lisensi Catat Sangrai",
        41,
        "Kunci lisensi untuk satu mesin sangrai.",
        (_Sku(494605, 350_000),),
        item_type="license",
    ),
    _Product(
        "kelas-seduh-dasar",
        "Kelas Seduh Dasar",
        42,
        "Kelas video tiga bagian untuk pemula.",
        (_Sku(COURSE_VARIANT, 199_000),),
        item_type="course",
    ),
    _Product(
        "langganan-kopi-bulanan",
        "Langganan Kopi Bulanan",
        43,
        "Akses panduan rasa dan potongan tiap bulan.",
        (
            _Sku(PLAN_VARIANTS[0], 59_000, option1="Hemat", period="month"),
            _Sku(PLAN_VARIANTS[1], 99_000, option1="Pas", period="month"),
            _Sku(PLAN_VARIANTS[2], 179_000, option1="Puas", period="month"),
        ),
        item_type="subscription",
        option1="Paket",
    ),
    _Product(
        HIDDEN_SLUG,
        "Paket Reseller Kopi",
        11,
        "Sepuluh bungkus untuk mitra; hanya lewat tautan.",
        (_Sku(494690, 990_000, 35, None, None, 2900),),
        hidden=True,
    ),
)

BUNDLES: tuple[_Bundle, ...] = (
    _Bundle(
        GUIDE_BUNDLE,
        "paket-buku-seduh",
        "Paket Dua Buku Seduh",
        41,
        "Dua buku elektronik dengan harga bersama.",
        75_000,
        ((494601, 1), (494602, 1)),
    ),
    _Bundle(
        31926,
        "paket-seduh-gayo",
        "Paket Seduh Gayo",
        11,
        "Kopi Gayo 250 g dan dripper keramik.",
        215_000,
        ((GUIDE_VARIANT, 1), (494575, 1)),
    ),
    _Bundle(
        31927,
        "paket-batik-keluarga",
        "Paket Batik Keluarga",
        21,
        "Dua kemeja, satu sudah habis.",
        410_000,
        ((494556, 1), (494557, 1)),
    ),
    _Bundle(
        31928,
        "paket-mitra-tersembunyi",
        "Paket Mitra",
        31,
        "Untuk mitra; hanya lewat tautan.",
        1_450_000,
        ((494565, 6), (494570, 3)),
        hidden=True,
    ),
)

_THINGS: tuple[tuple[str, int, int, int], ...] = (
    # name, category, least price in thousands, grams
    ("Kopi", 11, 55, 250), ("Teh", 12, 25, 120), ("Kain Batik", 21, 140, 320), ("Kemeja Batik", 21, 180, 280),
    ("Syal Tenun", 22, 150, 240), ("Tas Tenun", 22, 195, 420), ("Keranjang Rotan", 31, 85, 900),
    ("Topeng Kayu", 31, 160, 700), ("Talenan Jati", 32, 70, 1100), ("Mangkuk Keramik", 32, 45, 480),
    ("Buku Resep", 41, 29, 0), ("Templat Nota", 41, 19, 0),
)  # fmt: skip
_PLACES = (
    "Aceh", "Ambon", "Bandung", "Banyuwangi", "Bima", "Blitar", "Cirebon", "Flores", "Garut", "Jepara", "Kediri",
    "Kintamani",
    "Kupang", "Lombok", "Madura", "Malang", "Mandailing", "Manado", "Minahasa", "Palembang", "Pekalongan", "Ponorogo",
    "Samosir", "Sidoarjo", "Solo", "Sumba", "Tasik", "Toraja", "Wamena", "Wonosobo",
)  # fmt: skip
_KINDS = ("Klasik", "Muda", "Pilihan", "Harian", "Istimewa", "Rakyat", "Kampung", "Panen Raya")


def _images(slug: str, count: int) -> str:
    links = [f'"https://cdn.toko-nusantara.example/img/{slug}-{number}.webp"' for number in range(1, count + 1)]
    return f"[{','.join(links)}]"


def _grown(seed: int, count: int) -> Iterator[_Product]:
    """Yield `count` ordinary products that follow from the seed."""
    pick = random.Random(seed)  # noqa: S311 - repeatable on purpose
    for number in range(1, count + 1):
        thing, category, thousands, grams = pick.choice(_THINGS)
        kind, place = pick.choice(_KINDS), pick.choice(_PLACES)
        name = f"{thing} {kind} {place}"
        slug = f"{name.lower().replace(' ', '-')}-{number}"
        price = (thousands + pick.randrange(60)) * 1000 + pick.choice((0, 500, 900))
        first = 600_000 + number * 2
        stock = None if grams == 0 else pick.choice((0, 2, 15, 60, 240))
        skus = [_Sku(first, price, stock, None if grams == 0 else "Kecil", None, grams)]
        if grams and pick.random() < 0.4:
            skus.append(_Sku(first + 1, price * 9 // 5, pick.choice((0, 8, 40)), "Besar", None, grams * 2))
        yield _Product(
            slug, name, category, f"{thing} dari {place}, pilihan {kind.lower()}.", tuple(skus),
            item_type="digital" if grams == 0 else "physical", option1=None if grams == 0 else "Ukuran",
        )  # fmt: skip


def fill_catalog(store: Store, items: int) -> None:
    """Write categories, products, variants and bundles; grow to at least `items` listed items."""
    store.fill("INSERT INTO categories VALUES (?, ?, ?)", CATEGORIES)
    listed = sum(not p.hidden for p in PRODUCTS) + sum(not b.hidden for b in BUNDLES)
    types: dict[int, tuple[str, int | None]] = {}
    pick = random.Random(store.seed + 1)  # noqa: S311 - repeatable on purpose

    def products() -> Iterator[tuple[int, _Product]]:
        yield from enumerate(PRODUCTS, 1)
        yield from enumerate(_grown(store.seed, max(0, items - listed)), len(PRODUCTS) + len(BUNDLES) + 1)

    item_rows: list[tuple[object, ...]] = []
    variant_rows: list[tuple[object, ...]] = []

    def flush() -> None:
        store.fill(_INSERT_ITEM, item_rows)
        store.fill(_INSERT_VARIANT, variant_rows)
        item_rows.clear()
        variant_rows.clear()

    for seq, product in products():
        prices = [sku.price for sku in product.skus]
        item_rows.append((
            seq, "product", 88_000 + seq, None, f"product_{_code(pick)}", product.slug, product.name, product.text,
            f"<p>{product.text}</p>", product.item_type, int(product.hidden), product.category,
            _images(product.slug, 2), product.option1, product.option2,
            min(prices), max(prices), _STARTED + seq * 60,
        ))  # fmt: skip
        for sku in product.skus:
            types[sku.id] = (product.item_type, sku.stock)
            variant_rows.append((
                sku.id, seq, f"variant_{_code(pick)}", _uuid(pick),
                f"SKU-{sku.id}", sku.option1, sku.option2, product.item_type, sku.price, sku.stock, sku.weight,
                "recurring" if sku.period else "one_time", sku.period, 1 if sku.period else None,
            ))  # fmt: skip
        if len(item_rows) >= 5000:
            flush()
    for seq, bundle in enumerate(BUNDLES, len(PRODUCTS) + 1):
        physical = any(types[variant][0] == "physical" for variant, _ in bundle.lines)
        item_rows.append((
            seq, "bundle_price_option", bundle.id, 7_000 + bundle.id % 1000, f"bundle_price_option_{_code(pick)}",
            bundle.slug, bundle.name, bundle.text, f"<p>{bundle.text}</p>", "physical" if physical else "digital",
            int(bundle.hidden), bundle.category, _images(bundle.slug, 1), None, None,
            bundle.price, bundle.price, _STARTED + seq * 60,
        ))  # fmt: skip
        store.fill(
            "INSERT INTO bundle_lines VALUES (?, ?, ?)", [(bundle.id, variant, n) for variant, n in bundle.lines]
        )
    flush()


def _uuid(pick: random.Random) -> str:
    text = f"{pick.getrandbits(128):032x}"
    return f"{text[:8]}-{text[8:12]}-4{text[13:16]}-a{text[17:20]}-{text[20:]}"


def _code(pick: random.Random) -> str:
    return f"{pick.getrandbits(64):013x}"[-13:]
