import { describe, expect, test } from 'vitest';
import type { Agency } from '../../directory/index.ts';
import { isCompetent } from './competent-for.ts';

const agency = (given: Partial<Agency>): Agency => ({
  id: given.code ?? '',
  code: '',
  kind: 'opd',
  name: '',
  shortName: '',
  parentId: null,
  governmentId: '',
  path: [],
  regionCode: null,
  functions: [],
  isCoordinatorDesk: false,
  nameConfirmed: true,
  nameNote: null,
  validFrom: null,
  validUntil: null,
  ...given,
});

const klungkung = agency({ code: '51.05', kind: 'regency-government', regionCode: '51.05' });
const bali = agency({ code: '51', kind: 'province-government', regionCode: '51' });
const jakarta = agency({ code: '31', kind: 'province-government', regionCode: '31' });
const dishub = agency({ code: '51.05.dishub', functions: ['dishub', 'dlh'] });
const district = agency({ code: '51.05.01', kind: 'district-office' });
const bpn = agency({ code: 'atr-bpn', kind: 'ministry' });
const branch = agency({ code: 'atr-bpn.51.05', kind: 'vertical-office' });

describe('an agency is competent', () => {
  test.each([
    ['an office for what it does in its regency', [klungkung, dishub], 'regency', 'dlh', true],
    ['not for what another office does', [klungkung, dishub], 'regency', 'dinkes', false],
    ['a regency’s office not for the province’s matters', [klungkung, dishub], 'province', 'dishub', false],
    ['a province’s office not for the regency’s matters', [bali, dishub], 'regency', 'dishub', false],
    ['but in Jakarta, which has no regencies of its own', [jakarta, dishub], 'regency', 'dishub', true],
    ['a government itself where no office is named', [klungkung], 'regency', null, true],
    ['its offices not then', [klungkung, dishub], 'regency', null, false],
    ['a kecamatan for what is done there', [klungkung, district], 'district', null, true],
    ['a regency not for that', [klungkung], 'district', null, false],
    ['a national body by its code', [bpn], 'national', 'atr-bpn', true],
    ['its branch not for what only the head office does', [bpn, branch], 'national', 'atr-bpn', false],
    ['a branch of the body', [bpn, branch], 'branch', 'atr-bpn', true],
    ['the body itself not as its own branch', [bpn], 'branch', 'atr-bpn', false],
  ] as const)('%s', (_what, line, reach, office, expected) => {
    expect(isCompetent(line, { reach, office })).toBe(expected);
  });
});
