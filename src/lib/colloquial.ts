/** Standard word, then the ways it is written: in haste, by ear, or in a regional language. */
const spellings = `
berapa: brp brpa brapa berape brapo piro pira pinten sabaraha bara barapa brape
kenapa: knp knapa kenape ngapa napa kunaon ngopo geneya
kapan: kpn kapn kpan
siapa: sp spa sapa saha sopo
dimana: dmn dmna ngendi pundi dima
apakah: apkh
mana: mn endi
tidak: tdk tak gak ga gk g ngga nggak enggak engga ndak nda kagak kaga kgk tida tidk gag gax kgak ngg nggk engak ngak enggk tydac tidac tidaq tdak dak idak ora ra mboten boten henteu teu hente hnteu indak inda kada kadak nyanda nyandak tra tara tena tusing nenten ten daong ndang hana
bukan: bkn bukn bukang dudu sanes
jangan: jgn jngn jangn jgan ojo ulah unang
belum: blm blom belom blum lom blon durung dereng acan alun balum belm
sudah: udh udah uda dah sdh sudh dh sdah wis wes sampun atos tos geus su alah udeh dudah
dari: dr dri seko soko saka saking ti tina
dengan: dgn dg dngn sm ama sama karo kaleh kalih sareng jeung jo kalawan ambek ambi sma
di: d nang ning ing
ke: k menyang nyang kana maring
yang: yg yng yank nu sing
kalau: klo kl klw kalo klau kalu klu nek yen menawi mun lamun upami kalok
untuk: utk untk buat bt bwt tuk kanggo pikeun
karena: krn karna krna soalnya gara
jadi: jd jdi dadi sido janten
terus: trs trus trz teruss
tetapi: tp tpi tapi namun
atau: ato atw ataw utawa
juga: jg jga jugak ugo oge
lagi: maning lg lgi maneh malih deui
bisa: bs bsa isa iso saged tiasa bisah buliah
harus: hrs hrus musti mesti kudu kedah
boleh: blh bole bleh kenging
mau: mo mw pgn pengen pingin kepengen pengin ingin arep ajeng bade hoyong palay amuah hayang hendak mao
tahu: tau tw taw
dapat: dpt dapet dpet
banyak: byk bnyk
sedikit: sdkt dikit dkit
sekarang: skrg skrang skg skr saiki sakniki ayeuna kini
kemarin: kmrn kmarin kemaren kmren wingi
besok: bsk bsok besuk sesuk isuk
nanti: ntar ntr nti entar mengko engko mangke engke engkin beko tar
hari: hr hri
bulan: bln bl wulan sasi bulann bulen
tahun: th thn taun tahn taon tahon
minggu: mgg mggu
orang: orangnya wonge jelemana org orng wong jalmi jelema
saya: sy sya ak aq aku gw gua gue kulo kula abdi kuring ambo ulun sayah ane akoh aing
ada: ad ade aya ono wonten
saja: aj aja ae doang doank cuma cuman wae waelah sajo sajah ajah ajh ajaa
seperti: spt sprti kyk kaya kayak koyo
begini: gini bgini ngene kieu
begitu: gitu gt gtu bgitu ngono kitu
tolong: tolongin tolongi tlg tolg tulung tlong toling tulungi tulungan
mohon: mhn mhon
makasih: mksh makasi mksih trims tks thx tq nuhun suwun maturnuwun thanks terimakasih trimakasih hatur
maaf: maap maav sori sory sorry ngapunten hapunten
maksud: mksd mksdnya maksutnya maksudnya maksute maksudna
nomor: nmr nmor nomer no nmer nomr nomernya nomornya
salah: slh salahh klru keliru salahan
ganti: gnti ngganti gantiin diganti
ubah: rubah ruba ubh diubah dirubah ngubah rubahin ubahin ngerubah edit ngedit diedit robah
perbaiki: betulin benerin dibenerin dibetulin perbaikin diperbaiki koreksi dikoreksi ralat revisi direvisi benahi dibenahi ngoreksi
benar: bener bnr bnar leres beneh bner benr beneran benerr benarr
betul: btul betol bettul betull
setuju: stuju stju setujuu setujui satuju sarujuk
lanjut: lnjt lanjutkan lanjutin lanjutt next lajut lanjutan dilanjut dilanjutkan dilanjutin lanjutno teruskan terusin diteruskan terusno lanjoot lanjutken teraskeun teruskeun
iya: iyah iye iyo iyoh yoi yo yap yup yes yaps yups yupz yupp yess ya y iyap iyak iyups iyes yoyoy yoo yoh yaa yaaa iyaps iia enggih inggih injih njih njeh nggih nggeh enggeh inggeh engge enggi muhun sumuhun enya heueuh heeh hooh heem hiih iih olo yak yas yep yeah yea iyalah iyain iyadong iyoi iyess iyaw yosh iyeh iyee nyo beutoi yha iyha
oke: okesip okesiap okegas okelanjut okedong ok okey okeh oce okay okee oks okelah okedeh okedah okei okeyy oki okie okehh okok okeoke okidoki okokok oklah okdeh
siap: siyap siip sip sipp siaplah sipdah siapp sypp sypo siyaap
cocok: cocog ccok cucok
sesuai: sesuwai sesui ssuai
silakan: silahkan monggo mangga silaken monggoh silahken
ayo: yuk yok ayok hayu hayuk kuy gas gass gaskan gaskeun gaspol gasken gaslah gaskeunlah gaspoll skuy cus cuss
batal: batalin batalkan dibatalkan dibatalin cancel cansel kensel membatalkan mbatalin ngebatalin batalno batalkeun cancell canceled cancelin kancel wurung urung bolay batalan batl batall bataal
kembali: kmbali balik blk back mundur kmbli kembalii mbalik kembalikan balikin wangsul mundurin kmbl kembli balek baliak bck
sebelumnya: sebelomnya sblmnya sblumnya sebelum previous prev sebelume sebelumna sblm sbelumnya
menu: mnu menunya menune meniu menuh menuu
utama: utma utamanya
mulai: mulain mule start mulei wiwit mimiti mulailah
awal: awl awalan awalnya kawit
bantuan: bantuannya bantuann bntuan bantuane
bantu: bantuin dibantu bantuinn bntu bantoin help helep rewangi
cara: caranya carane carana caronyo carax cr crnya caro
bagaimana: gmn gmna gimana gmana bgmn bgm gimn gimane piye kepiye pripun kumaha baa kepriye gmnn gimanaa cemana
pakai: pake make makai makainya pakenya makenya pakainya menggunakan gunakan gunain memakai penggunaan makek pemakaian nganggo
isi: ngisi mengisi isinya ngisinya isiin pengisian
bingung: bingun bingungg bngung binun lieur mumet puyeng binggung
paham: faham mudeng ngerti mengerti ngarti ngertos mudheng
petugas: petugasnya ptugas ptgs petugase pitugas petgas
admin: adm adminnya mimin admine atmin atmint
operator: oprator oprtor op
manusia: mnusia
robot: bot robotnya chatbot mesin
bicara: bicra ngomong omong ngobrol chat chatting cet ngechat chattan ngomongin bcara bercakap omongan ngomng nyarios nyarita gunem ngomonge matur ngecet chatan cakap cetingan ngmg ngmng dialog speak talk
hubungi: hub hubungin dihubungi hubungkan sambungkan disambungkan sambungin dihubungkan hubungkn kontak menghubungi dikontak sambungno hubungken dihubungin dikontakin
telepon: telponan ditelfon teleponin telp tlp telpon telfon tlpn telponan nelpon nelepon ditelpon ditelepon call telponin tlpon
ulang: ulangi ulg ulangin ngulang diulang mengulang diulangi baleni ulangan ulangke ngulangi diulangin ulng repeat
semua: smua kabeh sadaya kabehan sakabeh semuanya smuanya semuax sedanten sadayana
data: datanya datane datana dataku datak datax
hapus: apus hapusin apusin hpus delete dihapus menghapus ngapus hapusken dihapusin hapuskan hps
panggil: panggilin panggilkan dipanggil dipanggilkan manggil celuk
tunjukkan: tunjukin tunjukan tunjuki tuduhno
lihat: liat lht lihatin tampilkan cek ngecek ngeliat melihat tampilin tingali ningali ndelok deleng dicek liatin check nengok tengok
berhenti: brhenti stop stp setop brenti berenti unsubscribe unsub mandeg lereh brhnti
pertanyaan: pertanyan prtanyaan soal pertanyaannya
langkah: step lngkah tahap
apa: ap opo naon apo apah nopo
ini: iki niki ieu
itu: iku niku eta
tadi: td tdi tadinya
sebentar: bentar bntr sbntr tunggu sekedap sakedap sik ntaran bentaran tggu
mungkin: mgkn mngkin mngkn mungkn mbokmenawa
terserah: trserah trsrah sakarep karepmu terserahlah sakarepmu bebas
ragu: bimbang
yakin: ykin yakinn
daftar: dftr dftar ndaftar mendaftar daftarin
pendaftaran: pndftaran registrasi pendaftarannya
lupa: lp kelupaan poho lali
masih: msh masi tasih keneh
kurang: krg krang kirang
perlu: prlu butuh
usah: ush
bagus: apik sae mantap mantab mantep mantul
halo: hallo hlo helo hello haloo hallow alo hai hay hi hey hei haii hy halow
pagi: pagii enjang
malam: mlm malem malm wengi
siang: siank
tidak jadi: gajadi gakjadi nggajadi ngajadi ndakjadi gjd gajd tdkjadi nggakjadi
tidak mau: gamau gakmau nggamau ngamau nggakmau kagakmau gamao
tidak usah: gausah gakusah gasah nggausah nggakusah gaush
tidak ada: gaada gada gakada nggaada tiada
tidak bisa: gabisa gakbisa nggabisa nggakbisa gbs
tidak benar: gabener gakbener
tidak perlu: gaperlu gakperlu
tidak apa: gapapa gpp gakpapa gapapah rapopo ndakpapa nggakpapa ngapapa gakpopo gpapa gapp nggapapa
tidak tahu: gatau gaktau gatw nggatau ndaktau gtw gktau nggaktau gatahu
sore: sre sonten
kk: kk
jatuh: jatoh jtuh jtoh jth jato ragrag labuh
tabrak: tbrak tbrk
ketabrak: ktabrak ktbrak ketabrk
kecelakaan: kclakaan kcelakaan kecelakan kclkaan kecelakaann
meninggal: mninggal meningal mninggl meninggl mningal
berdarah: brdarah bedarah brdrah
tangan: tgn tngan
kaki: kki
motor: mtr mtor montor
suami: swami suamii bojo
`;

const standard = new Map<string, string>();
for (const line of spellings.trim().split("\n")) {
  const [word = "", written = ""] = line.split(":");
  for (const spelling of written.trim().split(/\s+/)) standard.set(spelling, word);
}

const standardWords = new Set([...standard.values()].flatMap((word) => word.split(" ")));

/** Whether a word is one of the table itself, so no slip of the thumb for another. */
export const isStandardWord = (word: string): boolean => standardWords.has(word);

/** Every written form of some standard words. */
export const spellingsOf = (words: ReadonlySet<string>): ReadonlyMap<string, string> =>
  new Map([...standard].filter(([, word]) => words.has(word)));

/** The standard form of a word as people type it; words that are not in the table stay as they are. */
export function standardSpelling(word: string): string {
  return standard.get(word) ?? standard.get(word.replace(/([a-z])\1+/g, "$1")) ?? word;
}
