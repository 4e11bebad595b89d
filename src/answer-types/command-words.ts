/** What a person can tell the bot at any time. */
export type CommandName =
  | "MENU"
  | "CANCEL"
  | "BACK"
  | "HELP"
  | "OFFICER"
  | "RESTART"
  | "REPEAT"
  | "SHOW_DATA"
  | "ERASE_DATA"
  | "STOP"
  | "LANG_EN"
  | "LANG_ID";

/** Words of a command in standard spelling: at least one needed, others allowed, no further ones; `test` sees all words and those without politeness. */
type Rule = {
  command: CommandName;
  needs: ReadonlySet<string>;
  allows: ReadonlySet<string>;
  test?: (words: readonly string[], rest: readonly string[]) => boolean;
};

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Words that ask kindly and change no command. */
export const politeness = set(
  "tolong mohon mau bisa boleh minta coba dulu saja juga ingin pengennya please pls aja makasih maaf permisi sebentar lah ya sekarang dong can you i want to the a me could would like an with kan iya oke ok segera cepat langsung deh hendak kalau begitu jadi sih berikan beri segera halo punten permisi asalamualaikum assalamualaikum assalamu alaikum we us let lets",
);

/** Of these the ones that never belong to a phrase; "jadi" and "mau" may ("gak jadi, maaf"). */
export const courtesies = set(
  "tolong mohon please pls makasih maaf permisi punten halo iya oke ok kalau begitu deh sih dong ya",
);

/** Words near those of commands that mean something else. */
export const unlike = set(
  "warung lurung kembalian kembaliin bantulan petugasan mulailah awalan orangtua adminan sebelum beranda resetan berhentikan menual manual pertama utama",
);

/** Whole phrases, after forms of address and particles are gone. */
const phraseLists: Readonly<Record<CommandName, string>> = {
  MENU: "menu|utama|awal|ke awal|kembali ke awal|kembali awal|ke depan|halaman depan|halaman utama|halaman awal|mulai|start|info|home|beranda|main menu|daftar pilihan|pilihan|pilihan menu|layanan|layanan apa saja|pilihan layanan|ke menu|ke utama|ke halaman utama|kembali ke utama|kembali ke halaman utama|kembali ke halaman awal|kembali ke depan|ke beranda|kembali ke beranda|ke rumah|informasi",
  CANCEL:
    "batal|tidak jadi|tidak jadi daftar|tidak jadi lanjut|tidak jadi pendaftaran|sudahi|sudahi saja|sudahan|udahan|berhenti dulu|nanti saja|nanti dulu|lain kali|lain kali saja|lain waktu|keluar|exit|quit|abort|akhiri|tidak usah jadi|tidak usah daftar|cancel|tidak jadi semua|tidak mau lanjut|tidak mau daftar|tidak usah lanjut|tidak jadi saja|tidak usah jadi daftar|akhiri saja|hentikan|hentikan pendaftaran|stop pendaftaran|berhenti daftar|berhenti pendaftaran|lain kali daftar|close|tutup|keluar dari pendaftaran|keluar pendaftaran|mundur dari pendaftaran",
  BACK: "kembali|sebelumnya|undo|prev|pertanyaan tadi|pertanyaan yang tadi|ke yang tadi|ke pertanyaan tadi|go kembali|yang sebelumnya|ke sebelumnya|mundur",
  HELP: "tolong|tolong saya|tolong aku|minta tolong|saya minta tolong|need bantu|i need bantu|bantuan|bantu|cara|bagaimana|bagaimana ini|ini bagaimana|terus bagaimana|bagaimana cara|bagaimana cara ini|ini bagaimana cara|harus bagaimana|saya harus bagaimana|tidak paham|saya tidak paham|belum paham|kurang paham|kurang jelas|tidak jelas|sos|saya harus apa|harus apa|harus ngapain|saya harus ngapain|apa yang harus saya lakukan|tidak paham saya|masih bingung|tidak tahu cara|tidak paham cara|tidak paham ini|bantu saya|bantu me|bantu aku|bagaimana pakai|bagaimana pakai ini|bingung bagaimana|tutorial|petunjuk|panduan",
  OFFICER:
    "hubungi siapa|telepon saya|minta telepon|bisa telepon|mau telepon|saya minta telepon|ini robot apa orang|ini robot apa manusia|ini orang apa robot|kamu robot apa orang|robot apa orang|ada orang tidak|hubungi saya|bukan robot|jangan robot|ini robot|robot ini|kamu robot|ini robot atau orang|ini robot atau manusia|ini orang atau robot|ini manusia atau robot|malas dengan robot|males dengan robot|males robot|capek dengan robot|capek bicara dengan robot|tidak mau dengan robot|tidak mau robot|tidak mau bicara dengan robot|males bicara dengan robot|malas bicara dengan robot|pimpinan|customer service|customer servis|call center|callcenter|live chat|live bicara|live agent|human|agent|agen|mau bicara|bicara langsung|bicara|langsung bicara|orang|manusia|orang asli|orang beneran|operator|admin|petugas|cs|ada orang|ada orang tidak|ada manusia|ini siapa|saya mau bicara|mau bicara langsung|hubungi cs|bicara orang|telepon petugas|talk to human|talk to person|bicara human|bicara person|person|real person|bicara real person|kontak",
  RESTART:
    "reset|restart|dari awal|mulai ulang|mulai lagi|mulai baru|start over|start again|mulai dari nol|dari nol|dari 0|ulang awal|ulang semua|ulang semua dari awal|awal lagi|dari pertama|ulang dari pertama|ulang isi|isi ulang formulir|isi ulang semua|daftar ulang dari awal|refresh|ulang baru|mulai lagi baru|start ulang|reset ulang|dari depan",
  REPEAT:
    "ulang|lagi|ulang lagi|ulang pertanyaan|ulang pertanyaan tadi|ulang tadi|ulang yang tadi|apa tadi|tadi apa|bagaimana tadi|tadi bagaimana|hah|maksud|apa maksud|maksud apa|maksud bagaimana|pertanyaan apa|pertanyaan apa tadi|tadi pertanyaan apa|apa pertanyaan|tanya lagi|sekali lagi|lagi apa|coba ulang|repeat|sampai mana|tadi sampai mana|what",
  SHOW_DATA:
    "lihat data|lihat data saya|data saya|data saya apa|data saya apa saja|lihat data diri|lihat data diri saya|data apa saja yang disimpan|data saya yang disimpan|lihat data saya yang disimpan|data diri saya|my data|show my data|show data|see data|see my data|view data|view my data|lihat my data|display my data|what data do you have|lihat semua data saya|lihat data saya semua|lihat isian saya|lihat isian",
  ERASE_DATA:
    "hapus data|hapus data saya|hapus akun|hapus akun saya|hapus semua data|hapus semua data saya|hapus data saya semua|hapus data diri|hapus data diri saya|cabut persetujuan|cabut persetujuan saya|cabut ijin data|cabut izin data|tarik data|tarik data saya|tarik persetujuan|hapus my data|erase my data|erase data|remove data|remove my data|erase my account|remove my account|forget me|hapus semua|data saya hapus|data saya hapus semua|hapus semua data diri saya|hapus my account",
  STOP: "berhenti|unsubscribe|berhenti bicara|berhenti pesan|berhenti kirim pesan|berhenti kirim|berhenti wa|berhenti langganan|jangan kirim lagi|jangan kirim pesan lagi|jangan kirim pesan|jangan bicara lagi|jangan wa lagi|jangan wa saya lagi|jangan bicara saya lagi|jangan hubungi lagi|jangan hubungi saya lagi|jangan hubungi saya|jangan ganggu|jangan ganggu lagi|jangan ganggu saya|jangan ganggu saya lagi|blokir|ganggu|ganggu saja|jangan kirim kirim lagi|berhenti ganggu|berhenti ganggu saya|berhenti kirim wa|berhenti spam|jangan spam",
  LANG_EN:
    "english|in english|english language|bahasa inggris|inggris|eng|en|switch to english|speak english|do speak english|can speak english|bicara english|do bicara english|ganti bahasa inggris|pakai bahasa inggris|ubah bahasa inggris|ganti ke bahasa inggris|ganti ke english|ganti english|pakai english|ubah ke bahasa inggris|change to english|change language to english|ke bahasa inggris|bahasa english",
  LANG_ID:
    "bahasa indonesia|indonesia|indonesian|ganti bahasa indonesia|pakai bahasa indonesia|ubah bahasa indonesia|ganti ke bahasa indonesia|ubah ke bahasa indonesia|ganti indonesia|pakai indonesia|in indonesian|switch to indonesian|ke bahasa indonesia|kembali ke bahasa indonesia|bahasa",
};

/** Phrase to command, keyed as the caller compares. */
export const phrasesOf = (key: (words: string) => string): ReadonlyMap<string, CommandName> =>
  new Map(
    Object.entries(phraseLists).flatMap(([command, list]) =>
      list.split("|").map((phrase) => [key(phrase), command as CommandName] as const),
    ),
  );

const role =
  "petugas admin cs operator manusia orang staf staff karyawan pegawai pimpinan officer human person agent customer service";
const hasAny = (words: readonly string[], list: ReadonlySet<string>): boolean =>
  words.some((word) => list.has(word));
const reaching = set(
  "bicara hubungi telepon tanya nanya bertanya konsultasi panggil panggilkan ketemu bertemu temui curhat komplain minta butuh perlu mau bisa ada mana disambungkan alihkan dialihkan pindahkan oper dioper jawab dijawab dibantu bantu dilayani layani tolong dengan sama ke hubungkan",
);

/** In order: the first rule that fits wins. */
export const commandRules: readonly Rule[] = [
  {
    command: "RESTART",
    needs: set("ulang mulai reset restart awal nol 0 pertama begin beginning scratch redo zero"),
    allows: set(
      "dari lagi isi semua baru daftar ke pendaftaran formulir saya depan paling kembali pertanyaan proses pengisian from over again anew fresh new all it everything very form",
    ),
    test: (_, words) =>
      hasAny(words, set("reset restart")) ||
      (words.includes("from") && hasAny(words, set("beginning scratch zero mulai"))) ||
      (hasAny(words, set("mulai begin redo")) &&
        hasAny(words, set("over again anew fresh new everything"))) ||
      (words.includes("mulai") && hasAny(words, set("ulang lagi baru dari awal nol"))) ||
      (words.includes("dari") && hasAny(words, set("awal nol 0 pertama depan"))) ||
      (words.includes("ulang") &&
        hasAny(words, set("awal semua formulir pendaftaran baru pengisian proses"))),
  },
  {
    command: "MENU",
    needs: set("menu beranda home"),
    allows: set(
      "utama awal ke kembali lihat buka daftar pilihan halaman apa mana lagi munculkan muncul tunjukkan list layanan saya ada depan show start main pilih go keluarkan tampilan mulai di",
    ),
  },
  {
    command: "BACK",
    needs: set("kembali sebelumnya undo"),
    allows: set(
      "ke pertanyaan langkah satu 1 yang tadi halaman sebelum lagi isian tahap go jawaban di saya bagian nomor previous question",
    ),
    test: (words, rest) =>
      !(rest.includes("saya") && !hasAny(words, set("mau tolong bisa boleh minta"))) &&
      rest.join(" ") !== "kembali lagi nomor",
  },
  {
    command: "CANCEL",
    needs: set("batal"),
    allows: set(
      "semua pendaftaran daftar proses ini formulir isian registrasi saya sudah pengisian lagi yang tadi aku itu lanjut",
    ),
  },
  {
    command: "HELP",
    needs: set("bantuan bantu cara petunjuk panduan bingung tutorial"),
    allows: set(
      "pakai isi bagaimana ini saya butuh perlu tahu tidak paham apa harus di sini masih bot robot aplikasi lihat kerja kerjanya belum yang mengoperasikan nih layanan itu isinya butuhkan gunanya melakukan",
    ),
    test: (_, words) =>
      !/\b(?:tidak|belum) (?:bantuan|bantu|bingung|perlu|butuh)\b|\bbantuan apa\b|\bcara (?:isi|kerja)$|\bisi ini apa\b/.test(
        words.join(" "),
      ) || /\bcara kerja$/.test(words.join(" ")),
  },
  {
    command: "OFFICER",
    needs: set(role),
    allows: new Set([
      ...reaching,
      ...set(
        "asli langsung sungguhan beneran benar bpjs yang ini itu saya nomor wa di sini tidak robot bukan sebenarnya nyata live real lain manual kantor satu pihak tim lewat via kontak seorang",
      ),
    ]),
    test: (words, rest) => {
      const asks = hasAny(words, reaching) || rest.length === 1;
      const says =
        rest.includes("saya") &&
        !hasAny(
          words,
          set(
            "mau butuh perlu minta tolong bisa boleh ingin hubungi bicara panggil panggilkan hubungkan ketemu",
          ),
        );
      const denies =
        /\b(?:tidak|bukan) (?:mau|perlu|butuh|usah|bisa|ada|petugas|admin|manusia|orang)\b/.test(
          words.join(" "),
        );
      return asks && !says && !denies;
    },
  },
];

/** Words of a bare hello, letters not doubled, and what may stand beside them. */
export const greetings = {
  words: set(
    "halo halow hai hay hi hey hei hello helo hlo alo hy hallo pagi siang sore malam malem mlm pg pagii met slmt selamat slamat asalamualaikum asalamu asalam asalamualaykum aslamualaikum asalamualaikm asalamualikum asalamuallaikum asalamuaikum asallamualaikum ass as aslm askum aslkm asw aslmkm asalmualaikum asamualaikum samlekum mikum samlikum slmlkm asslm salam permisi prmisi punten kulonuwun kulonwun nuwun sampurasun rahayu swastiastu syaloom shalom syalom horas tabik tabe tabea tes test tess testing p ping pe oi oy hoi woy woi oey ahoy menjura ya'ahowu wilujeng sugeng enjing sonten dalu siank good morning afternoon evening swasti hola yuhu haloha",
  ),
  beside: set(
    "wr wb warahmatulah warahmatulahi wabarakatuh wabarokatuh warohmatulah warohmatulahi warah matullahi alaikum alaikumsalam aleikum mualaikum walaikum walaikumsalam wa waalaikumsalam admin adm cs petugas semua semuanya om kak ka sejahtera jumpa datang bot payung bpjs ketenagakerjaan sehat apa kabar siti lagi ada orang dan minta sewu mohon ijin izin",
  ),
} as const;
