import { describe, expect, test } from 'vitest';
import { repeatsIn } from './repeats.ts';

const contact = {
  name: 'Wayan Rahasia Contoh',
  phone: '+6281234567890',
  email: 'wayan.contoh@surat.example',
  nik: '5105011203850001',
};
const particulars = { name: 'I Wayan Rahasia Contoh', address: 'Jalan Contoh Nomor 7, Semarapura' };
const told = (text: string) =>
  repeatsIn(text, contact, particulars).map((one) => `${one.what}: ${text.slice(one.start, one.end)}`);

describe('what repeats a reporter', () => {
  test('is found however it is spaced or capitalised', () => {
    expect(told('menurut WAYAN  RAHASIA CONTOH kemarin')).toContain('whole: WAYAN  RAHASIA CONTOH');
    expect(told('hubungi 0812 3456 7890')).toEqual(['whole: 812 3456 7890']);
    expect(told('surel wayan.contoh@surat.example')[0]).toContain('whole');
    expect(told('NIK 51 0501 120385 0001')).toEqual(['whole: 51 0501 120385 0001']);
    expect(told('tinggal di jalan contoh nomor 7 Semarapura')[0]).toContain('whole');
  });

  test('one word of the name is told apart from the whole', () => {
    expect(told('Kata Rahasia tertulis di sampul')).toEqual(['part: Rahasia']);
  });

  test('nothing is found where nothing is said, or nothing is known', () => {
    expect(told('Dinas Kesehatan belum menjawab permintaan pertama.')).toEqual([]);
    expect(repeatsIn('Wayan Rahasia Contoh', undefined, undefined)).toEqual([]);
  });
});
