"""Delivery locations: real provinces, cities and districts, a part of the country large enough to search in.

Province and city numbers are the official region codes; location ids count up around those of the seed guide.
Postal codes of Jakarta Pusat are the real ones; elsewhere they are of the right area but not looked up one by one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..store import Store

FIRST_LOCATION = 9089

# "province code, province, city code, city, first postal code", then its districts
_REGIONS = """\
31, DKI Jakarta, 3171, Kota Jakarta Pusat, 0
    Cempaka Putih:10510, Gambir:10110, Johar Baru:10560, Kemayoran:10610, Menteng:10310, Sawah Besar:10710,
    Senen:10410, Tanah Abang:10210
31, DKI Jakarta, 3172, Kota Jakarta Utara, 14110
    Penjaringan, Pademangan, Tanjung Priok, Koja, Kelapa Gading, Cilincing
31, DKI Jakarta, 3173, Kota Jakarta Barat, 11110
    Taman Sari, Tambora, Palmerah, Grogol Petamburan, Kebon Jeruk, Kembangan, Cengkareng, Kalideres
31, DKI Jakarta, 3174, Kota Jakarta Selatan, 12110
    Kebayoran Baru, Kebayoran Lama, Pesanggrahan, Cilandak, Pasar Minggu, Jagakarsa, Mampang Prapatan, Pancoran,
    Tebet, Setiabudi
31, DKI Jakarta, 3175, Kota Jakarta Timur, 13110
    Matraman, Pulo Gadung, Jatinegara, Duren Sawit, Kramat Jati, Makasar, Pasar Rebo, Ciracas, Cipayung, Cakung
32, Jawa Barat, 3271, Kota Bogor, 16110
    Bogor Tengah, Bogor Utara, Bogor Selatan, Bogor Timur, Bogor Barat, Tanah Sareal
32, Jawa Barat, 3273, Kota Bandung, 40110
    Sumur Bandung, Coblong, Cicendo, Andir, Sukajadi, Sukasari, Cidadap, Bandung Wetan, Cibeunying Kidul,
    Cibeunying Kaler, Lengkong, Regol, Batununggal, Kiaracondong, Antapani, Arcamanik, Buahbatu, Rancasari
32, Jawa Barat, 3275, Kota Bekasi, 17110
    Bekasi Timur, Bekasi Barat, Bekasi Utara, Bekasi Selatan, Rawalumbu, Medan Satria, Bantargebang, Pondok Gede,
    Jatiasih, Jatisampurna, Mustika Jaya, Pondok Melati
32, Jawa Barat, 3276, Kota Depok, 16410
    Pancoran Mas, Cimanggis, Sawangan, Limo, Sukmajaya, Beji, Cipayung, Cilodong, Cinere, Tapos, Bojongsari
33, Jawa Tengah, 3372, Kota Surakarta, 57110
    Laweyan, Serengan, Pasar Kliwon, Jebres, Banjarsari
33, Jawa Tengah, 3374, Kota Semarang, 50110
    Semarang Tengah, Semarang Utara, Semarang Timur, Gayamsari, Genuk, Pedurungan, Semarang Selatan, Candisari,
    Gajahmungkur, Tembalang, Banyumanik, Gunungpati, Semarang Barat, Mijen, Ngaliyan, Tugu
34, DI Yogyakarta, 3404, Kabupaten Sleman, 55210
    Depok, Mlati, Gamping, Godean, Ngaglik, Ngemplak, Kalasan, Berbah, Prambanan, Sleman, Turi, Pakem, Cangkringan
34, DI Yogyakarta, 3471, Kota Yogyakarta, 55110
    Danurejan, Gedongtengen, Gondokusuman, Gondomanan, Jetis, Kotagede, Kraton, Mantrijeron, Mergangsan,
    Ngampilan, Pakualaman, Tegalrejo, Umbulharjo, Wirobrajan
35, Jawa Timur, 3573, Kota Malang, 65110
    Klojen, Blimbing, Kedungkandang, Lowokwaru, Sukun
35, Jawa Timur, 3578, Kota Surabaya, 60110
    Tegalsari, Genteng, Bubutan, Simokerto, Pabean Cantian, Semampir, Krembangan, Kenjeran, Bulak, Tambaksari,
    Gubeng, Rungkut, Tenggilis Mejoyo, Gunung Anyar, Sukolilo, Mulyorejo, Sawahan, Wonokromo, Karang Pilang, Dukuh
    Pakis, Wiyung, Wonocolo, Gayungan, Jambangan, Tandes, Sukomanunggal, Asemrowo, Benowo, Lakarsantri
36, Banten, 3671, Kota Tangerang, 15110
    Tangerang, Karawaci, Cipondoh, Ciledug, Benda, Batuceper, Neglasari, Cibodas, Periuk
36, Banten, 3674, Kota Tangerang Selatan, 15310
    Serpong, Serpong Utara, Setu, Pondok Aren, Ciputat, Ciputat Timur, Pamulang
51, Bali, 5103, Kabupaten Badung, 80351
    Kuta, Kuta Utara, Kuta Selatan, Mengwi, Abiansemal, Petang
51, Bali, 5171, Kota Denpasar, 80110
    Denpasar Barat, Denpasar Timur, Denpasar Selatan, Denpasar Utara
12, Sumatera Utara, 1271, Kota Medan, 20110
    Medan Kota, Medan Sunggal, Medan Helvetia, Medan Denai, Medan Barat, Medan Deli, Medan Tuntungan, Medan
    Belawan, Medan Amplas, Medan Area, Medan Johor, Medan Marelan, Medan Labuhan, Medan Tembung, Medan Maimun,
    Medan Polonia, Medan Baru, Medan Perjuangan, Medan Petisah, Medan Timur, Medan Selayang
64, Kalimantan Timur, 6471, Kota Balikpapan, 76110
    Balikpapan Kota, Balikpapan Tengah, Balikpapan Utara, Balikpapan Timur, Balikpapan Barat, Balikpapan Selatan
73, Sulawesi Selatan, 7371, Kota Makassar, 90110
    Mariso, Mamajang, Tamalate, Makassar, Ujung Pandang, Wajo, Bontoala, Tallo, Ujung Tanah, Panakkukang,
    Tamalanrea, Biringkanaya, Manggala, Rappocini
91, Papua, 9171, Kota Jayapura, 99110
    Jayapura Utara, Jayapura Selatan, Abepura, Muara Tami, Heram
"""


def _cities() -> Iterator[tuple[int, str, int, str, int, list[str]]]:
    head: list[str] = []
    districts: list[str] = []
    for line in [*_REGIONS.splitlines(), ""]:
        if line.startswith(" "):
            districts += [name.strip() for name in line.strip().rstrip(",").split(",")]
            continue
        if head:
            yield int(head[0]), head[1], int(head[2]), head[3], int(head[4]), districts
        head, districts = [part.strip() for part in line.split(",")], []


def fill_locations(store: Store) -> None:
    number = FIRST_LOCATION
    rows = []
    for province_id, province, city_id, city, first, districts in _cities():
        for position, entry in enumerate(districts):
            name, _, code = entry.partition(":")
            postal = int(code) if code else first + position * 10
            codes = [str(postal + step * (10 if code else 1)) for step in range(4)]
            rows.append((number, province_id, province, city_id, city, name, json.dumps(codes)))
            number += 1
    store.fill("INSERT INTO locations VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
