/** Short names of provinces, by code; all are matched without spaces. */
export const provinceNicknames: Readonly<Record<string, string>> = {
  "11": "nad aceh",
  "12": "sumut",
  "13": "sumbar",
  "16": "sumsel",
  "19": "babel bangkabelitung",
  "21": "kepri",
  "31": "dki jakarta dkijakarta jkt dkj jktt betawi",
  "32": "jabar",
  "33": "jateng",
  "34": "diy jogja yogya yogyakarta jogjakarta diyogyakarta jogyakarta dijogja dijogjakarta djogja ygy jogjaa",
  "35": "jatim",
  "52": "ntb",
  "53": "ntt",
  "61": "kalbar",
  "62": "kalteng",
  "63": "kalsel",
  "64": "kaltim",
  "65": "kaltara",
  "71": "sulut",
  "72": "sulteng",
  "73": "sulsel",
  "74": "sultra",
  "75": "gtlo",
  "76": "sulbar",
  "82": "malut",
  "92": "pabar",
  "93": "pasel",
};

/** Short and former names of regencies and cities, by code. */
export const regencyNicknames: Readonly<Record<string, string>> = {
  "12.71": "mdn",
  "12.72": "siantar",
  "12.77": "sidimpuan sidempuan padangsidempuan",
  "13.71": "pdg",
  "14.71": "pku pekan",
  "16.01": "oku",
  "16.02": "oki",
  "16.06": "muba",
  "16.12": "pali",
  "16.71": "plg",
  "18.71": "balam bdl bandarlampung",
  "21.71": "btm",
  "31.01": "pulauseribu kepseribu",
  "31.71": "jakpus jakartapusat jkpus jaktus",
  "31.72": "jakut jakartautara",
  "31.73": "jakbar jakartabarat",
  "31.74": "jaksel jakartaselatan",
  "31.75": "jaktim jakartatimur",
  "32.17": "kbb",
  "32.71": "bgr",
  "32.73": "bdg",
  "32.75": "bks",
  "33.72": "solo",
  "33.74": "smg semg",
  "34.01": "kulonprogo kp",
  "34.03": "gunkid gunungkidul",
  "34.71": "jogja yogya jogjakarta yogyakarta jogyakarta",
  "35.73": "mlg",
  "35.78": "sby surabaya suroboyo",
  "36.71": "tng",
  "36.74": "tangsel",
  "51.71": "dps",
  "52.01": "lobar",
  "52.02": "loteng",
  "52.03": "lotim",
  "52.08": "klu",
  "61.71": "ptk pontianak",
  "62.71": "palangkaraya",
  "63.71": "bjm bjmsn",
  "63.72": "bjb",
  "64.02": "kukar",
  "64.08": "kutim",
  "64.07": "kubar",
  "64.09": "ppu",
  "64.71": "bpn bpp",
  "64.72": "smd smr",
  "71.71": "mdo",
  "73.09": "pangkep",
  "73.14": "sidrap",
  "73.71": "mks mksr ujungpandang mksar",
  "76.04": "polman polewali",
};

/** Words that name a level and no place. */
export type Level = "district" | "regency" | "city" | "kabupaten" | "province" | "village";

/** What the place named after a word is. "kab" and "kota" settle which of two namesakes is meant. */
export const levelWords: ReadonlyMap<string, Level> = new Map(
  Object.entries({
    district: "kec kecamatan kcmtn kecmatan kecamtan distrik kapanewon kemantren kemantran kc",
    kabupaten: "kab kabupaten kabup kbpaten kbupaten kabupatn kb",
    city: "kota kotamadya kodya kotif kotamdya kt",
    province: "prov provinsi propinsi prop",
    village:
      "kel kelurahan desa ds dsn dusun dukuh kampung kp nagari gampong jorong lingkungan pekon jl jln jalan gg gang perum perumahan komplek komp blok rt rw no nomor padukuhan",
  }).flatMap(([level, words]) => words.split(" ").map((word) => [word, level as Level] as const)),
);

/** Words around a place that say nothing about it. */
export const besideWords = new Set(
  "di daerah saya sy tinggal tinggalnya domisili alamat alamatnya wilayah rumah ya pak bu kak min mas mbak dan itu yang yg ada dekat sekitar sini aku kami asal dari ktp usaha lokasi lokasinya tepatnya daerahnya di. indonesia ini kerja masuk ikut nya kak di ning ing adm administrasi".split(
    " ",
  ),
);
