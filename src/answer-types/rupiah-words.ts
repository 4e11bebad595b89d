/** For what a sum is earned. `job` is a harvest, an order, a piece: anything that is no stretch of the calendar. */
export type Period = "day" | "week" | "month" | "year" | "job";

const table = <Kind extends string>(groups: Record<Kind, string>): ReadonlyMap<string, Kind> =>
  new Map(
    Object.entries<string>(groups).flatMap(([kind, words]) =>
      words.split(" ").map((word) => [word, kind as Kind] as const),
    ),
  );

/** Words that tell the period of a sum. */
export const periodWords = table<Period>({
  day: "hari hr harian sehari perhari sehri sedino sapoe sahari perhr sehr dino poe hariannya seharinya perharinya hri sari daily day saben dinten sedinten",
  week: "minggu mgg mggu mingguan seminggu perminggu semgg saminggu sepekan pekan perpekan mingguannya seminggunya permgg sakminggu week weekly mingu",
  month:
    "bulan bln bl sebulan perbulan bulanan sebln perbln wulan sewulan sasi sesasi sabulan bulannya bulane sbulan sebulannya perbulannya monthly month bulanannya perbl sebl bulann blnan sakwulan sewulane sebulane perwulan",
  year: "tahun thn th taun setahun setaun pertahun tahunan pertaun setaon sataun satahun perthn setahunnya yearly year",
  job: "panen musim proyek borongan trip rit order orderan shift jam perjam sejam acara job hajatan manggung porsi kg kilo pcs potong biji lusin kepala meter pasien pelanggan orderannya semester triwulan kuartal ritase tarikan panenan semusim sepanen perpanen perproyek layar melaut pesanan kontrak baju jahitan pasang",
});

/** Words that tell what a sum is: `gross` is no income, `net` is. */
export const labelWords = table<"gross" | "net">({
  gross:
    "omset omzet omsetnya omzetnya kotor kotornya perputaran penjualan modal modalnya pengeluaran utang hutang cicilan pinjaman belanja setoran ongkos gross revenue turnover",
  net: "bersih bersihnya net netto nett untung laba keuntungan profit",
});

/** After a figure: it counts something. */
export const countedThings = new Set(
  "orang org anak karyawan pegawai pekerja kali x tahunan umur usia hektar ha ekor petak unit tempat toko cabang warung persen jam jamnya rt rw".split(
    " ",
  ),
);

/** Before a figure: it is an age, a date or an ordinal. */
export const countingLabels = new Set(
  "umur usia tgl tanggal sejak nomor no ke rt rw x kali selama anak pegawai karyawan jam tahun thn th".split(
    " ",
  ),
);

/** A new clause begins here, so a period on one side says nothing about a sum on the other. */
export const clauseBreaks = new Set(
  ", ; ( ) = tapi tp tetapi jadi jd berarti total totalnya atau kalau kalo klo terus trus dan : | . ! ? sedangkan sementara".split(
    " ",
  ),
);

/** Words that put a sum at an edge instead of naming it. */
export const edge =
  /\b(?:kurang dari|krg dari|kurang dr|di ?bawah|dibwh|lebih dari|lbh dari|lebih dr|di ?atas|diatas|minimal|maksimal|minim|maks|max|mentok|paling (?:banyak|sedikit|tinggi|rendah|besar|kecil|banter|dikit)|(?:tidak|gak|ga|gk|ngga|nggak|enggak|tdk|ndak|belum|blm|ora|teu) (?:nyampe|nyampek|sampai|sampe|nyampai|ada|lebih|smpe|smp|nyampa)|antara|bisa (?:sampai|sampe|nyampe)|sampai dengan|up to)\b|[<>]/;
