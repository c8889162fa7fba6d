/**
 * Words that say nothing of a trouble: prepositions, politeness, "not", "already", "yesterday", in the stems of the database's search (Snowball,
 * Indonesian; that is why some look cut off) and as people shorten them in messages. They neither make a topic nor are they shown as one.
 */
const STOP_WORDS = new Set(
  `ada agar akan akibat aku amat anda antara apa apabila assalamualaikum atau bagaimana bahwa banyak bapak begin begitu belum berapa bgt bila
  bilang bisa blm boleh bukan bulan cara contoh dalam dan dapat dari deh dengan dgn dia dll dong dst dua gak hal hanya hari harus hingga hormat ibu ima
  ingin ini itu jadi jam jangan jika juga justru kalau kali kalo kami kamu kan kapan karena kasih kata kita klo kok kpd krn lagi lain lalu lebih
  maka malah mana marin masih mau minggu minta mohon mudi namun nanti napa nggak nya oleh pada padahal pak paling para perlu pernah pun reka saat
  saja salam sama sampa sampai sana sangat satu saya sdh sebab sebaga sebagai sebelum sebut secara sedang sehingga sejak sekal sekali sekarang
  selalu selamat semua sepert seperti sering serta sete setelah setiap siapa sih sini spt sudah supaya tadi tahun tak tanpa tdk telah tetap tetapi
  tidak tiga tika ketika tolong tsb udah untuk utk waktu yaitu yakni yang`.split(/\s+/),
);

const LETTERS_ONLY = /^\p{L}{3,30}$/u;

/** Whether a stem can tell one trouble from another. */
export function isTelling(stem: string): boolean {
  return LETTERS_ONLY.test(stem) && !STOP_WORDS.has(stem);
}
