import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiTest, apiTest } from '../../../api.test-support.ts';
import { loadExamplePeople } from '../../../directory/index.ts';
import { loadExampleServices } from '../../examples/load-example-services.ts';

// Every answer that comes through `api` is held against the OpenAPI document.
let api: ApiTest;
beforeAll(async () => {
  api = await apiTest();
  await loadExamplePeople(api.t.tools);
  await loadExampleServices(api.t.tools);
});
afterAll(() => api.close());

describe('services as JSON', () => {
  test('are listed a page at a time, every one once', async () => {
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const { status, body } = await api.get(`/api/v1/services?limit=4${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      expect(status).toBe(200);
      seen.push(...body.items.map((item: { number: string }) => item.number));
      if (body.next === null) break;
      cursor = body.next;
    }
    expect(seen).toHaveLength(11);
    expect(new Set(seen).size).toBe(11);
  });

  test('are filtered as the page filters them', async () => {
    const names = async (query: string) =>
      (await api.get(`/api/v1/services?${query}`)).body.items.map((item: { name: string }) => item.name);
    expect(await names('agency=51.05&channel=online&field=health')).toEqual([
      'Izin Praktik Tenaga Kesehatan: Rekomendasi Teknis',
    ]);
    expect(await names('region=21')).toEqual(['Perekaman dan Pencetakan KTP Elektronik']);
    expect(await names('q=kartu%20keluarga&agency=51.05.dukcapil')).toEqual([
      'Penerbitan Kartu Keluarga',
      'Pencatatan Akta Kelahiran',
    ]);
    expect(await names('agency=nowhere')).toEqual([]);
    for (const query of ['field=magic', 'limit=0', 'limit=201', 'agencie=51', 'region=x']) {
      expect((await api.get(`/api/v1/services?${query}`)).status).toBe(422);
    }
  });

  test('one tells its six components and none of the eight', async () => {
    const [item] = (await api.get('/api/v1/services?agency=51.05.disdik')).body.items;
    const { status, body } = await api.get(`/api/v1/services/${item.number}`);
    expect(status).toBe(200);
    expect(body.components.map((one: { code: string; state: string }) => [one.code, one.state])).toEqual([
      ['requirements', 'stated'],
      ['procedure', 'incomplete'],
      ['duration', 'not-stated'],
      ['fee', 'not-stated'],
      ['product', 'incomplete'],
      ['complaintHandling', 'not-stated'],
    ]);
    expect(JSON.stringify(body)).not.toContain('supervision');
    expect((await api.get('/api/v1/services/9999999')).status).toBe(404);
    expect((await api.get('/api/v1/services/12')).status).toBe(422);
    expect((await api.get('/api/v1/service-fields')).body.items).toHaveLength(18);
  });
});
