"""The guiding texts of PermenPANRB 6/2022 that stand beside what is chosen or typed (C).

They put the regulation and the circular on BerAKHLAK into short plain words: they help the one who
rates, and decide nothing.
"""

from collections.abc import Mapping

from skp_tui.domain.appraisal import Peringkat
from skp_tui.domain.kinerja import NilaiBerakhlak

NAMA_PERINGKAT: Mapping[str, str] = {
    "hasil_kerja": "hasil kerja",
    "perilaku_kerja": "perilaku kerja",
}
"""The two ratings by their column, in the order in which they are given."""

PEDOMAN: Mapping[str, Mapping[Peringkat, str]] = {
    "hasil_kerja": {
        Peringkat.DI_ATAS: (
            "Sebagian besar atau semua hasil kerja melampaui yang diharapkan, dan tidak ada hasil "
            "kerja utama di bawahnya."
        ),
        Peringkat.SESUAI: (
            "Sebagian besar atau semua hasil kerja sesuai dengan yang diharapkan; yang belum hanya "
            "sebagian kecil."
        ),
        Peringkat.DI_BAWAH: (
            "Sebagian besar atau semua hasil kerja utama tidak mencapai yang diharapkan."
        ),
    },
    "perilaku_kerja": {
        Peringkat.DI_ATAS: (
            "Ketujuh nilai BerAKHLAK selalu tampak, melampaui yang diharapkan, dan menjadi contoh "
            "bagi rekan."
        ),
        Peringkat.SESUAI: (
            "Ketujuh nilai BerAKHLAK tampak sebagaimana diharapkan; yang belum hanya sesekali."
        ),
        Peringkat.DI_BAWAH: (
            "Sebagian besar nilai BerAKHLAK tidak tampak, atau ada perilaku yang melanggar."
        ),
    },
}
"""What speaks for each rating, by its column and rating (evaluasi kinerja pegawai)."""

PANDUAN_BERAKHLAK: Mapping[NilaiBerakhlak, str] = {
    NilaiBerakhlak.BERORIENTASI_PELAYANAN: (
        "Memahami dan memenuhi kebutuhan masyarakat; ramah, cekatan, solutif dan dapat "
        "diandalkan; terus memperbaiki pelayanan."
    ),
    NilaiBerakhlak.AKUNTABEL: (
        "Jujur, bertanggung jawab, cermat dan disiplin; memakai barang milik negara dengan hemat "
        "dan benar; tidak menyalahgunakan wewenang."
    ),
    NilaiBerakhlak.KOMPETEN: (
        "Terus belajar menghadapi perubahan; membantu orang lain belajar; bekerja dengan mutu "
        "terbaik."
    ),
    NilaiBerakhlak.HARMONIS: (
        "Menghargai siapa pun, apa pun latar belakangnya; suka menolong; membuat suasana kerja "
        "tenteram."
    ),
    NilaiBerakhlak.LOYAL: (
        "Setia kepada Pancasila, UUD 1945, NKRI dan pemerintah yang sah; menjaga nama baik ASN, "
        "pimpinan, instansi dan negara; menjaga rahasia jabatan."
    ),
    NilaiBerakhlak.ADAPTIF: (
        "Cepat menyesuaikan diri; terus berinovasi dan kreatif; bertindak tanpa menunggu disuruh."
    ),
    NilaiBerakhlak.KOLABORATIF: (
        "Memberi kesempatan banyak pihak berperan; terbuka bekerja sama agar hasilnya lebih "
        "bernilai; menggerakkan sumber daya untuk tujuan bersama."
    ),
}
"""The conduct that each value asks for, in the order of the form."""
