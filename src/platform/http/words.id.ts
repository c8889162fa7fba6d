/** What the platform itself says to people, whatever room they are in. */
export const id = {
  malformed: 'Kiriman ini tidak dapat dibaca karena formatnya rusak. Kembali ke halaman sebelumnya, lalu kirim lagi.',
  tooLarge: 'Kiriman ini terlalu besar. Kurangi jumlah atau ukuran berkas, lalu kirim lagi.',
  unsupportedType: 'Jenis kiriman ini tidak kami terima. Kirim melalui formulir di situs ini.',
  forged:
    'Kami tidak dapat memastikan bahwa kiriman ini berasal dari halaman yang Anda buka. Pastikan cookie diizinkan, kembali ke halaman sebelumnya, muat ulang, lalu kirim lagi.',
  stillRunning:
    'Kiriman pertama Anda masih diproses. Tunggu sebentar, lalu muat ulang halaman ini. Tidak ada yang dicatat dua kali.',
  tooOften: 'Terlalu banyak percobaan dalam waktu singkat. Tunggu beberapa saat, lalu coba lagi.',
  outboxTitle: 'Kotak keluar contoh',
  outboxLead: 'Instalasi contoh ini tidak mengirim surel. Surel yang seharusnya terkirim dapat dibaca di sini.',
  outboxEmpty: 'Belum ada surel.',
  outboxTo: 'Kepada',
  outboxSentAt: 'Waktu',
  outboxOlder: 'Surel yang lebih lama',
};
