/**
 * Which office answers for which category: data, read by `suggestOffices`. A child without lines of its own takes its parent's.
 *
 * The division of tasks between centre, province and regency is that of the annex to UU 23/2014 on regional government; the offices' names
 * differ from place to place, so they are found by what they do. A suggestion is only that: the verifier decides.
 */
import type { Label } from '../../kernel/language.ts';
import type { Reach } from '../rules/category.ts';

export interface CompetenceSeed {
  readonly category: string;
  readonly reach: Reach;
  readonly office: string | null;
  readonly reason: Label;
}

function line(category: string, reach: Reach, office: string | null, id: string, en: string): CompetenceSeed {
  return { category, reach, office, reason: { id, en } };
}

/** Order matters: the first line of a category is asked first. */
export const COMPETENCES: readonly CompetenceSeed[] = [
  line('public-works', 'regency', 'pupr', 'Jalan, drainase, dan tata ruang kabupaten/kota diurus dinas pekerjaan umum.', 'Roads, drainage and planning of a regency or city are the task of its public works office.'),
  line('public-works', 'province', 'pupr', 'Jalan provinsi diurus dinas pekerjaan umum provinsi.', 'Provincial roads are the task of the public works office of the province.'),
  line('public-works.street-lights', 'regency', 'dishub', 'Lampu penerangan jalan umumnya diurus dinas perhubungan kabupaten/kota.', 'Street lights are mostly the task of the transport office of the regency or city.'),
  line('public-works.street-lights', 'regency', 'pupr', 'Di sebagian daerah lampu jalan diurus dinas pekerjaan umum.', 'In some places street lights belong to the public works office.'),
  line('public-works.clean-water', 'regency', 'pdam', 'Air perpipaan dilayani perusahaan air minum milik daerah.', 'Piped water is the service of the region-owned water enterprise.'),
  line('public-works.clean-water', 'regency', 'pupr', 'Penyediaan air bersih di luar jaringan perpipaan diurus dinas pekerjaan umum.', 'Water outside the pipe network is the task of the public works office.'),
  line('public-works.national-roads', 'branch', 'kemenpu', 'Jalan nasional diurus balai pelaksanaan jalan nasional Kementerian PU.', 'National roads are the task of the national road agency of the Ministry of Public Works.'),
  line('public-works.building-permits', 'regency', 'dpmptsp', 'Persetujuan bangunan gedung dilayani DPMPTSP.', 'Building permits are issued by the one-stop licensing office.'),
  line('public-works.building-permits', 'regency', 'pupr', 'Penilaian teknis dan tata ruang dilakukan dinas pekerjaan umum.', 'The technical and planning review is the task of the public works office.'),

  line('labour', 'regency', 'disnaker', 'Perselisihan kerja dan pelatihan diurus dinas tenaga kerja kabupaten/kota.', 'Labour disputes and training are the task of the labour office of the regency or city.'),
  line('labour', 'province', 'disnaker', 'Pengawasan ketenagakerjaan adalah urusan provinsi.', 'Labour inspection is a task of the province.'),
  line('labour.social-security', 'national', 'bpjs-ketenagakerjaan', 'Jaminan sosial tenaga kerja diselenggarakan BPJS Ketenagakerjaan.', 'Social security of workers is run by BPJS Ketenagakerjaan.'),
  line('labour.migrant-workers', 'national', 'kp2mi', 'Pelindungan pekerja migran diurus KP2MI.', 'Migrant workers are protected by the ministry KP2MI.'),

  line('social-welfare', 'regency', 'dinsos', 'Bantuan dan rehabilitasi sosial diurus dinas sosial kabupaten/kota.', 'Social assistance and rehabilitation are the task of the social office of the regency or city.'),
  line('social-welfare', 'national', 'kemensos', 'Program bantuan sosial nasional ditetapkan Kementerian Sosial.', 'National assistance programmes are decided by the Ministry of Social Affairs.'),

  line('education', 'regency', 'disdik', 'PAUD, SD, dan SMP diurus dinas pendidikan kabupaten/kota.', 'Early, primary and junior high schools are the task of the education office of the regency or city.'),
  line('education', 'province', 'disdik', 'SMA, SMK, dan SLB diurus dinas pendidikan provinsi.', 'Senior high, vocational and special schools are the task of the education office of the province.'),
  line('education.senior-high', 'province', 'disdik', 'SMA, SMK, dan SLB diurus dinas pendidikan provinsi.', 'Senior high, vocational and special schools are the task of the education office of the province.'),
  line('education.universities', 'national', 'kemdiktisaintek', 'Perguruan tinggi diurus Kemdiktisaintek.', 'Universities are the task of the Ministry of Higher Education.'),
  line('school-violence', 'regency', 'disdik', 'Satuan tugas pencegahan kekerasan ada di dinas pendidikan.', 'The task force against violence sits at the education office.'),
  line('school-violence', 'province', 'disdik', 'Untuk SMA, SMK, dan SLB satuan tugasnya ada di provinsi.', 'For senior high, vocational and special schools the task force is at the province.'),

  line('public-order', 'regency', 'satpolpp', 'Ketertiban umum dan penegakan perda diurus Satpol PP.', 'Public order and by-laws are the task of the municipal police (Satpol PP).'),
  line('public-order.police-services', 'branch', 'polri', 'Layanan kepolisian diberikan polres setempat.', 'Police services are given by the local police resort.'),

  line('transport', 'regency', 'dishub', 'Lalu lintas dan angkutan dalam kabupaten/kota diurus dinas perhubungan.', 'Traffic and transport within a regency or city are the task of its transport office.'),
  line('transport', 'province', 'dishub', 'Angkutan antarkabupaten/kota diurus dinas perhubungan provinsi.', 'Transport between regencies is the task of the transport office of the province.'),
  line('transport.sea', 'regency', 'dishub', 'Pelabuhan pengumpan lokal dan penyeberangan diurus dinas perhubungan.', 'Local harbours and crossings are the task of the transport office.'),
  line('transport.sea', 'province', 'dishub', 'Pelayaran antarkabupaten diurus dinas perhubungan provinsi.', 'Shipping between regencies is the task of the transport office of the province.'),
  line('transport.sea', 'national', 'kemenhub', 'Kesyahbandaran dan pelayaran antarprovinsi diurus Kementerian Perhubungan.', 'Harbour masters and shipping between provinces belong to the Ministry of Transport.'),
  line('transport.air', 'national', 'kemenhub', 'Penerbangan diurus Kementerian Perhubungan.', 'Aviation is the task of the Ministry of Transport.'),
  line('transport.vehicle-tax', 'province', 'samsat', 'Pajak kendaraan dilayani kantor bersama Samsat di bawah pendapatan daerah provinsi.', 'Vehicle tax is handled by the joint counter (Samsat) of the province.'),
  line('transport.vehicle-tax', 'province', 'bapenda', 'Pajak kendaraan adalah pajak provinsi.', 'Vehicle tax is a tax of the province.'),

  line('environment', 'regency', 'dlh', 'Sampah dan lingkungan hidup kabupaten/kota diurus dinas lingkungan hidup.', 'Waste and environment of a regency or city are the task of its environment office.'),
  line('environment.forests', 'province', 'dlh', 'Kehutanan adalah urusan provinsi.', 'Forestry is a task of the province.'),
  line('environment.forests', 'national', 'kemenhut', 'Kawasan hutan negara diurus Kementerian Kehutanan.', 'State forests are the task of the Ministry of Forestry.'),

  line('information-technology', 'regency', 'kominfo', 'Aplikasi dan informasi pemerintah daerah diurus dinas komunikasi dan informatika.', 'Applications and information of a regional government are the task of its communication office.'),
  line('information-technology.networks', 'national', 'komdigi', 'Jaringan telekomunikasi diawasi Kementerian Komunikasi dan Digital.', 'Telecommunication networks are supervised by the Ministry of Communication and Digital Affairs.'),
  line('information-technology.online-content', 'national', 'komdigi', 'Penanganan konten diurus Kementerian Komunikasi dan Digital.', 'Content is the task of the Ministry of Communication and Digital Affairs.'),

  line('health', 'regency', 'dinkes', 'Layanan kesehatan dasar diurus dinas kesehatan kabupaten/kota.', 'Basic health care is the task of the health office of the regency or city.'),
  line('health.puskesmas', 'regency', 'puskesmas', 'Puskesmas yang melayani kecamatan itu.', 'The puskesmas that serves this district.'),
  line('health.puskesmas', 'regency', 'dinkes', 'Puskesmas adalah unit dinas kesehatan.', 'A puskesmas is a unit of the health office.'),
  line('health.hospital', 'regency', 'rsud', 'Rumah sakit umum milik kabupaten/kota.', 'The hospital of the regency or city.'),
  line('health.hospital', 'province', 'rsud', 'Rumah sakit milik provinsi.', 'The hospital of the province.'),
  line('health.health-insurance', 'branch', 'bpjs-kesehatan', 'Kepesertaan dan jaminan diurus kantor cabang BPJS Kesehatan.', 'Membership and cover are the task of the branch of BPJS Kesehatan.'),
  line('health.medicines', 'national', 'bpom', 'Obat dan makanan diawasi BPOM.', 'Medicines and food are supervised by BPOM.'),
  line('covid', 'regency', 'dinkes', 'Penanganan penyakit menular diurus dinas kesehatan.', 'Infectious diseases are the task of the health office.'),

  line('economy', 'regency', null, 'Diteruskan oleh koordinator pemerintah kabupaten/kota.', 'Forwarded by the coordinator of the regency or city.'),
  line('economy.licensing', 'regency', 'dpmptsp', 'Perizinan berusaha dilayani DPMPTSP.', 'Business licences are the task of the one-stop licensing office.'),
  line('economy.taxes', 'regency', 'bapenda', 'Pajak dan retribusi kabupaten/kota diurus badan pendapatan daerah.', 'Taxes and charges of a regency or city are the task of its revenue office.'),
  line('economy.national-taxes', 'national', 'kemenkeu', 'Pajak pusat dan bea cukai diurus Kementerian Keuangan.', 'National taxes and customs belong to the Ministry of Finance.'),
  line('economy.cooperatives', 'regency', 'koperasi', 'Koperasi dan usaha kecil diurus dinas koperasi.', 'Cooperatives and small businesses are the task of the cooperatives office.'),
  line('economy.prices', 'regency', 'disdag', 'Pasar dan harga diurus dinas perdagangan.', 'Markets and prices are the task of the trade office.'),
  line('economic-recovery', 'national', 'kemenko-perekonomian', 'Program PEN dikoordinasikan Kemenko Perekonomian.', 'The recovery programme was coordinated by the ministry for the economy.'),

  line('civil-registry', 'regency', 'dukcapil', 'Dokumen kependudukan diterbitkan dinas kependudukan dan pencatatan sipil.', 'Civil documents are issued by the civil registry office.'),

  line('energy', 'national', 'esdm', 'Energi dan pertambangan diurus Kementerian ESDM.', 'Energy and mining are the task of the Ministry of Energy.'),
  line('energy.electricity', 'branch', 'pln', 'Listrik dilayani unit PLN setempat.', 'Electricity is the service of the local unit of PLN.'),
  line('energy.fuel', 'national', 'pertamina', 'Penyaluran BBM dan LPG dilakukan Pertamina.', 'Fuel and LPG are distributed by Pertamina.'),

  line('law-politics.land', 'branch', 'atrbpn', 'Pendaftaran tanah dilayani kantor pertanahan setempat.', 'Land is registered by the local land office.'),
  line('law-politics.immigration', 'branch', 'kemenimipas', 'Paspor dan izin tinggal dilayani kantor imigrasi setempat.', 'Passports and permits are the task of the local immigration office.'),
  line('law-politics.corrections', 'national', 'kemenimipas', 'Lembaga pemasyarakatan diurus Kemenimipas.', 'Prisons belong to the ministry Kemenimipas.'),
  line('law-politics', 'national', 'kemenkum', 'Urusan hukum nasional diurus Kementerian Hukum.', 'National legal affairs are the task of the Ministry of Law.'),

  line('sp4n', 'national', 'kemenpanrb', 'Pengelola nasional SP4N-LAPOR! adalah KemenPANRB.', 'SP4N-LAPOR! is run nationally by KemenPANRB.'),
  line('consumer-protection', 'province', 'disdag', 'Perlindungan konsumen adalah urusan dinas perdagangan provinsi.', 'Consumer protection is the task of the trade office of the province.'),
  line('consumer-protection', 'national', 'kemendag', 'Pengawasan barang beredar diurus Kementerian Perdagangan.', 'Goods in trade are supervised by the Ministry of Trade.'),
  line('religion', 'national', 'kemenag', 'Urusan agama adalah urusan pusat, Kementerian Agama.', 'Religion is a task of the centre, the Ministry of Religious Affairs.'),
  line('religion.hajj', 'national', 'kemenhaj', 'Haji dan umrah diurus Kementerian Haji dan Umrah.', 'Hajj and umrah are the task of the Ministry of Hajj and Umrah.'),
  line('villages', 'regency', 'dpmd', 'Desa dibina dinas pemberdayaan masyarakat dan desa.', 'Villages are guided by the village empowerment office.'),
  line('villages.village-services', 'district', null, 'Camat membina pemerintah desa di wilayahnya.', 'The head of the district guides the village governments in it.'),
  line('villages.village-services', 'regency', 'dpmd', 'Desa dibina dinas pemberdayaan masyarakat dan desa.', 'Villages are guided by the village empowerment office.'),
  line('agriculture', 'regency', 'distan', 'Pertanian kabupaten/kota diurus dinas pertanian.', 'Farming in a regency or city is the task of its agriculture office.'),
  line('agriculture', 'province', 'distan', 'Pertanian provinsi diurus dinas pertanian provinsi.', 'Farming across regencies is the task of the agriculture office of the province.'),
  line('gender-inclusion', 'regency', 'dinsos', 'Pemberdayaan perempuan dan perlindungan anak biasanya berada di dinas sosial atau dinas P3A.', 'Women and children are usually the task of the social office or its sister office.'),
  line('gender-inclusion', 'national', 'kemenpppa', 'Kebijakannya diurus KemenPPPA.', 'The policy is that of the Ministry of Women and Children.'),
  line('free-meals', 'national', 'bgn', 'Program MBG diselenggarakan Badan Gizi Nasional.', 'The free meals programme is run by the National Nutrition Agency.'),
  line('narcotics', 'national', 'bnn', 'P4GN diurus Badan Narkotika Nasional.', 'Drug abuse prevention is the task of the National Narcotics Board.'),
  line('civil-service-politicised', 'national', 'bkn', 'Pengawasan sistem merit ASN ada di BKN.', 'The merit system of the civil service is supervised by BKN.'),
  line('civil-service-neutrality', 'national', 'bkn', 'Pengawasan netralitas ASN ada di BKN.', 'The neutrality of the civil service is supervised by BKN.'),
  line('civil-service-neutrality', 'regency', 'inspektorat', 'Pemeriksaan internal dilakukan inspektorat.', 'Internal examination is the task of the inspectorate.'),
  line('waters', 'province', 'dkp', 'Laut sampai 12 mil adalah urusan provinsi.', 'The sea up to 12 miles is a task of the province.'),
  line('waters', 'national', 'kkp', 'Kelautan dan perikanan nasional diurus KKP.', 'National marine affairs are the task of the ministry KKP.'),
  line('consular-legalisation', 'national', 'kemenkum', 'Apostille dan legalisasi dilayani Kementerian Hukum.', 'Apostilles and legalisation are the task of the Ministry of Law.'),
  line('consular-legalisation', 'national', 'kemenlu', 'Legalisasi konsuler dilayani Kementerian Luar Negeri.', 'Consular legalisation is the task of the Ministry of Foreign Affairs.'),
  line('citizens-abroad', 'national', 'kemenlu', 'Warga negara di luar negeri dilindungi Kementerian Luar Negeri.', 'Citizens abroad are protected by the Ministry of Foreign Affairs.'),
  line('special', 'national', 'kemenpanrb', 'Ditelaah meja nasional.', 'Examined by the national desk.'),
  line('other', 'regency', null, 'Ditelaah koordinator pemerintah kabupaten/kota.', 'Examined by the coordinator of the regency or city.'),
  line('other', 'province', null, 'Ditelaah koordinator pemerintah provinsi.', 'Examined by the coordinator of the province.'),
];
