import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agencyByCode, loadExamplePeople } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { loadExampleServices, servicesOf } from '../../../services/index.ts';
import { releaseComplaint } from '../../actions/release-complaint.ts';
import { loadByTrackingNumber } from '../../store/complaints.ts';
import { COMPLAINT, errorsOn, type FilingTest, fileIt, filingTest, officerApp, officerAt, Walker } from './testing.ts';

let house: FilingTest;
let service: { readonly id: string; readonly number: string; readonly name: string };
beforeAll(async () => {
  house = await filingTest();
  await loadExamplePeople(house.t.tools);
  await loadExampleServices(house.t.tools);
  const office = await agencyByCode(house.t.db, '51.05.dukcapil');
  const found = await servicesOf(house.t.db, office?.id ?? '', dayOf(house.t.tools.clock.now(), 'Asia/Jakarta'));
  service = found.find(({ name }) => name.includes('Kartu Keluarga')) as typeof service;
});
afterAll(() => house.t.close());

const START = '/complaints/new';
const CHECK = `${START}/check`;

/** Comes from the service's page and answers every question but that for the agency as it is already filled in. */
async function walkFrom(address: string, agency?: string): Promise<Walker> {
  const citizen = new Walker(house.app);
  const begun = await citizen.answer(START, {}, address);
  expect(begun.status).toBe(303);
  for (const [step, fields] of COMPLAINT) {
    const path = `${START}/${step}`;
    let answer = fields;
    if (step === 'agency') {
      const page = (await citizen.open(path)).text;
      const chosen = /<input[^>]*name="agency"[^>]*value="([^"]*)"[^>]*checked/.exec(page)?.[1];
      answer = { agency: agency ?? chosen ?? '' };
    }
    const done = await citizen.answer(path, answer);
    if (done.status !== 303) throw new Error(`${step}: ${errorsOn(done.text).join()}`);
  }
  return citizen;
}

const filedBy = async (citizen: Walker) => {
  const { number } = await fileIt(citizen);
  const complaint = await loadByTrackingNumber(house.t.db, number);
  if (!complaint) throw new Error('not filed');
  return complaint;
};

describe('a complaint that begins at a service', () => {
  test('has office and service filled in, says so, and keeps both through all questions', async () => {
    const page = await new Walker(house.app).open(`/services/${service.number}`);
    expect(page.text).toContain(`/complaints/new?service=${service.number}`);
    const start = await new Walker(house.app).open(`${START}?service=${service.number}`);
    expect(start.text).toContain(service.name);
    expect(start.text).toContain('Dinas Kependudukan dan Pencatatan Sipil Kabupaten Klungkung');
    const citizen = await walkFrom(`${START}?service=${service.number}`);
    expect((await citizen.open(CHECK)).text).toContain(service.name);
    const complaint = await filedBy(citizen);
    const office = await agencyByCode(house.t.db, '51.05.dukcapil');
    expect(complaint).toMatchObject({ serviceId: service.id, addressedAgencyId: office?.id });
  });

  test('is told to the office and, once released, stands on the page of the service', async () => {
    const complaint = await filedBy(await walkFrom(`${START}?service=${service.number}`));
    const before = await new Walker(house.app).open(`/services/${service.number}`);
    expect(before.text).not.toContain(complaint.trackingNumber);
    const coordinator = await officerAt(house.t, '51.05', 'agency-coordinator');
    const file = await new Walker(officerApp(house.t, coordinator)).open(`/desk/complaints/${complaint.trackingNumber}`);
    expect(file.text).toContain(service.name);
    const { title, description } = complaint;
    const target = { complaintId: complaint.id, version: null };
    const released = await releaseComplaint(house.t.tools, coordinator, target, { title, description, checked: true });
    expect(released.ok).toBe(true);
    const after = await new Walker(house.app).open(`/services/${service.number}`);
    expect(after.text).toContain(`/complaints/${complaint.trackingNumber}`);
  });

  test('can be about another service of the office, or about none', async () => {
    const citizen = await walkFrom(`${START}?service=${service.number}`);
    const chooser = await citizen.open(`${START}/service`);
    expect(chooser.text).toContain('Pencatatan Akta Kelahiran');
    expect((await citizen.answer(`${START}/service`, { service: '' })).location).toBe(CHECK);
    expect((await citizen.open(CHECK)).text).toContain('Tidak menyebut satu layanan');
    expect((await filedBy(citizen)).serviceId).toBeNull();
  });

  test('loses the service with its office', async () => {
    const citizen = await walkFrom(`${START}?service=${service.number}`, '51.05.dishub');
    expect((await citizen.open(CHECK)).text).not.toContain(service.name);
    expect((await filedBy(citizen)).serviceId).toBeNull();
  });

  test('begins like any other when the number is none', async () => {
    for (const number of ['9999999', 'abc', "1' or 1=1", '']) {
      const start = await new Walker(house.app).open(`${START}?service=${encodeURIComponent(number)}`);
      expect(start.status).toBe(200);
      expect(start.text).not.toContain('Layanan yang Anda adukan');
    }
  });
});
