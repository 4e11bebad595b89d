/**
 * Words of every day, in Indonesian and its neighbours, that look like the name of a trade or of goods ("mahal", "mulai", "cukup") and are
 * no slip of the thumb for one.
 */
export const ordinaryWords = `
  administratif aduannya aduin after again agent ajakan akang amannya ambon among ampek anakku ancaman angger
  anggta angin angka angkek angsal antam antara antri anyar apart arrive artos atawa autis awalan bacok bagian
  bahas bahwa bakal bakti balai balas bales balik balum banar bandara banding bandung banjar bapakku bapan barat
  bareng basuo batam batas bawah bayar bayarannya bayarin bayarkan bebas belajar belas belawan belom bengkok
  beragam berangkat berani bercak bergaji berjalan berkabung berkas bertindak betis beton better beurat bidang
  billing binaan bolak bosen broken bubar buliah bulik bunting buntu bunuh buruk butir butuh cabang cabangnya
  cacat caket cariin catat celak celaka cemana cemas centang cepet cerai cilik clear consent cover cowok cukup
  curang dakek dalam dalan dalapan dapet dasar dawah debat debit degan depok derek dgital dikenakan dikontrak
  dikut dimodifikasi dioperasi dipangkas dirubah disertakan distrik diulang dogen dorang duang duduk dumun
  durung empuk enjing enter entuk faktor found gadai gadang gagal galak gambar ganas gandeng garis garut gawat
  gegar gelondongan gerah gerak gratis griya hantu hapal harap harapan hatur having heran hijau honda human
  humas hutang iklan ikuti ilang indak indomart indon ingin instruksi itung jalur jangan jangkar janten japan
  jarang jarum jawab jempol jeneng jenjang jepang jerawat juara jumlahnya jutaan kaasup kabar kabur kades kaina
  kakak kalih kamar kamis kanal kanca kandung kangge kanggo kantos kapur karambia kardus katek katong kawin
  kayak kbaca kburu keadaannya kebaca kebakaran kebas kebawa kebone kecamatan kecek kedah kedip kedua keeping
  kegiling keiris kejatuhan kelak kelelahan kelima keluarkan kenal kenapa kencing kendari keneh kenten kepada
  kepatuhan keputusan keracunan keras kertasnya kesel ketel ketelan ketika ketuaan ketuk kewajiban khair kinten
  kipas kirang kirim kluar kntrak kodong kolom konsultasi koret kotor kudus kumat kuota kuping kurang kuring
  lacak lajang lakar lalin laman lamar lampung lantai lantaran latar lawan lawas layak layanan layar lebar lebih
  lelah lelet lemah lemas lempar leres letter licin lintas liter liver livin liwat loker lomba loper lulus
  lupakan mahal mainin majikannya makang makian makin maksa malah malang malas malem males mamak mampu manca
  mancari maneh mangajar mange manggil manggon manjat mantap mantau mantu mantul manual marah maret marga maros
  masalah massal masuak masuk masukkan mawar mayar medal medis megang melarang melatih melayang memangkas
  membaca membantu membawa member membuat menagih menarik mencuri menebang menemukan mengajak mengajukan
  mengantar mengantuk mengatakan mengelola mengemudi mengganggu menggenggam mengisi mengulang mengurus
  menjadikan menjalani menjalankan menjanjikan menjelang mental menulis menyangkal menyangkut menyatakan
  merangkap merasakan mergi meriah meterai mewah mikro minat mindahkan minder mintak minus miring mixer mobile
  modal mogok mondok mudah mulai murah musim musun nambah nanem nanya napas nasib ndamel nderek nebus negri
  ngadu ngaduk ngajak ngambang ngana nganggo ngantar nganti ngantor ngarep ngarti ngaruh ngasih ngawi ngelah
  ngelayani ngeri ngeyel ngganti ngira nguras nolak nongkrong notifikasi numpang nyala nyaman nyangkut nyaring
  nyatu nyawa nyemak nyuku officer offline ombak operasi pabalu pacar padan padanya padat paham pajak paksaan
  paling pamajikan pamer panak panas pancen pandan pandu panggil pangkal pangkep pangurus panik pantas pantau
  panti parah parak paring parit parsel paruh pasal pasara pasif paspor pastiin pateni patut payun pecat pekan
  pelayannya pematang pembohong pemeras penanggung pencerahan pencet pendaftar pendukung pengajuan pengaruh
  pengembalian pengendali pengganti penggantian penggantinya pengobatan pengrus pengumuman pengunduran penjara
  pension pensiunnya penumpang perantauan perjanjian perkiraan permanen pernikahan perpindahan persiapan
  pertanyaan perwalian pesenan petang photo piatu pikun pindahin pindahkan pingin pisah pisan pitung point
  police polis posisi praktik price puasa pukul pulang puluh punyo pupus pusat pusing putus rabun radang rajin
  rampung rapat rawan rawit rekam rencang rendah rentan repot reset resign retak round rubah rujuk running rusak
  rusuk saban saben sabin sadang sadar saget sakik saksi salaki saldo salian salin saluran sampai sandar sandi
  sanes sanggul sangkal sangu sapaan saran sarana sareng satpas satuan satus saurang sayah sayangnya seandainya
  sebab sebanding sebetulnya sebungkus sedang sedap seger segmen sehati sejam sejen sekampung sekaryawan selam
  selamanya selangka selebaran selepas selip semarang sembahyang senen sepangkalan serah serang seratusan seret
  services serviks sesar sesek setor setua seumur seven siapa siapo sidak sikit sinten sistem slang solat
  something sorang start starting state struk suket sulung sumpah super surang suruh susun tacan tahan taken
  takon taksih talang taler tambahan tambahkan tanda tandai tandan tandu tangani tanggi tanggungan tangkal tanpa
  tanya tarif tarima tarus tebak tebus tegur teken telung temen tempo tenan tenggara tentang tepat terangkan
  terapi teras tetapi tetep tilar timbal times timur tiner tinggal titik tiyang togel tolak topic tower track
  tukar tulang tulung tumbal tumbang tumpah tumpangi tunai tunggak tunggu tunjangan turut tutup udahan ulangi
  undang unggah unggal utang wajah wajan wajib warned wasiat wingi write wrong wulan zaman
`;
