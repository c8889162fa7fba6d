import { describe, expect, it } from 'vitest';
import { COMPLAINT_STEPS, complaintTemplates } from './complaint-templates.ts';
import type { MessageDetails, MessageLinks, MessageText } from './template.ts';

const links: MessageLinks = { own: undefined, to: (path) => `https://tuntas.example${path}` };
const details = { trackingNumber: '1234567890', step: 'verify', dueOn: '2026-03-17' };
const write = (purpose: string, language: 'id' | 'en', given: MessageDetails = details): MessageText | undefined =>
  complaintTemplates[purpose]?.(language, given, links);

describe('mails about complaints', () => {
  it('tell a complainant that there is news on a number, and where to read it', () => {
    expect(write('complaint.news', 'id')).toEqual({
      subject: 'Ada kabar tentang pengaduan nomor 123-456-7890',
      text: expect.stringMatching(
        /^Ada kabar tentang pengaduan nomor 123-456-7890\. Buka\nhttps:\/\/tuntas\.example\/follow\ndan masukkan kode tanda terima Anda\./,
      ),
    });
    expect(write('complaint.news', 'en')?.subject).toBe('There is news on complaint number 123-456-7890');
  });

  it('tell an officer number, step and due date', () => {
    expect(write('complaint.reminder', 'id')).toEqual({
      subject: 'Pengingat: verifikasi pengaduan 123-456-7890',
      text: 'Batas waktu verifikasi untuk pengaduan nomor 123-456-7890 adalah Selasa, 17 Maret 2026.\n\nBuka meja kerja Anda:\nhttps://tuntas.example/desk',
    });
    expect(write('complaint.escalation', 'en')?.text).toContain(
      'verification of complaint number 123-456-7890 passed on Tuesday, 17 March 2026',
    );
  });

  it('hold nothing of their details but number, step and date, in both languages and for every step', () => {
    for (const purpose of Object.keys(complaintTemplates)) {
      for (const language of ['id', 'en'] as const) {
        for (const step of COMPLAINT_STEPS) {
          const { subject, text } = write(purpose, language, {
            ...details,
            step,
            title: 'CANARY',
            agency: 'CANARY',
            name: 'CANARY',
          }) as MessageText;
          expect(subject + text).not.toContain('CANARY');
          expect(subject + text).not.toMatch(/undefined|Invalid/);
          expect(subject).not.toContain('\n');
        }
      }
    }
  });

  it.each([{}, { ...details, trackingNumber: '12' }, { ...details, step: 'toString' }, { ...details, dueOn: 'soon' }])(
    'a message that lacks what it needs is a fault, not a half mail: %o',
    (given) => expect(() => write('complaint.new-work', 'id', given)).toThrow(TypeError),
  );
});
