import type { DashboardWords } from './words.id.ts';

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

export const en: DashboardWords = {
  homeTitle: 'Home',
  homeDescription: 'File a complaint about a public service and follow it to the end.',
  hero: 'A problem with a public service? Say so here.',
  heroLead:
    'Free, without an account, without your name if you like. Every complaint has deadlines, and you judge whether it is solved.',
  complain: 'File a complaint',
  complainText: 'Proposals and questions, too. About 5 minutes; you need not know which agency is competent.',
  follow: 'Follow my complaint',
  followText: 'With your tracking number and receipt code: see replies, answer questions, say it is solved, or object.',
  search: 'Find complaints open to everyone',
  searchHint: 'Words in Indonesian, such as jalan berlubang, or a tracking number.',

  stepsTitle: 'What happens with your complaint',
  steps: {
    file: 'You file it',
    fileText: 'You are given a tracking number and a secret code to follow it with at once.',
    verify: (limit) => `Checked and forwarded within ${limit}`,
    verifyText: 'A verifier sees to it that it reaches the competent agency. A wrong address is not your problem.',
    work: (limit) => `The agency begins within ${limit}`,
    workText: ({ complaint, question, supervisory }) =>
      `It must be finished within ${complaint} of your filing: ${question} for requests for information and aspirations, ${supervisory} when the conduct of an official must be examined.`,
    judge: 'You judge',
    judgeText: (silence) =>
      `Solved or not? Your objection takes it back to the agency. If you are silent for ${silence}, it is closed with the note “closed by silence”, not as solved.`,
  },
  late: (head, ombudsman) =>
    `A deadline missed? The coordinator is told at once, the head of the agency after ${head}, and the Ombudsman after ${ombudsman}.`,
  basis: (laws) => `Basis: ${laws}.`,
  unconfirmed: 'Some of these numbers are not yet confirmed against the text of the newest regulation.',
  lawLink: 'All deadlines and their legal basis',

  figuresTitle: 'The figures so far',
  figuresWhy:
    'Each number counts all complaints. Only those a verifier has checked and opened can be read by anyone; confidential ones never. Tap a number to read the open ones.',
  figuresAt: (when) => `Counted on ${when}.`,
  readable: (count) => `${count} can be read`,
  tiles: {
    total: 'complaints received',
    open: 'under way',
    overdue: 'overdue',
    confirmed: 'closed, confirmed by the complainant',
    silence: 'closed by silence',
    unreachable: 'closed, complainant could not be reached',
    archived: 'set aside with a reason',
  },
  latest: 'Newly open to everyone',
  latestNone: 'No complaint is open to everyone yet.',
  latestAll: 'All open complaints',
  received: 'Received',
  noPlace: 'Not tied to one place',
  metaSeparator: ' · ',

  agencies: 'Agencies',
  agencyClosed: (day) => `This agency is no longer in force since ${day}. Its complaints can still be read.`,
  complainAbout: 'Complain about this agency',
  assessed: 'Results of assessment',
  assessedNone: 'No result of an assessment has been published yet.',
  assessedIn: (year, score) => (score === null ? `Year ${year}:` : `Year ${year}: score ${score}.`),
  assessedAll: (name) => `All results of ${name}`,
  reportCard: (year) => `Report card ${year}`,
  example: 'example',
  services: 'Services and their standards',
  servicesOf: (name) => `Services, service standards and charter of ${name}`,
  agreements: 'Agreements and promises',
  obeyed: 'Compliance with the Ombudsman',
  particulars: 'Particulars',
  kind: 'Kind',
  partOf: 'Part of',
  region: 'Region',
  nameUnchecked: 'The official name of this agency has not been checked against its regulation.',
  fairTitle: 'How to read these figures',
  fair: 'Many complaints honestly handled are a good sign: people know where to turn, and the agency does not hide them. What says more about the service is how many are overdue, and how many are solved in the complainants’ own eyes.',
  fairSmall: 'Small numbers change easily; do not conclude from a handful of complaints.',
  agencyFigures: 'Complaints',
  agencyFiguresWhy:
    'With the offices below it. Each number counts all complaints; only those a verifier has opened can be read, confidential ones never.',
  counts: (objections, reopenings, returns) =>
    `Objected to ${times(objections)} by complainants, reopened ${times(reopenings)}, returned as not competent ${times(returns)}.`,
  competence: 'Answers for',
  competenceNone: 'No particular competences of this agency are listed yet. You can still complain about it.',
  below: 'Offices below it',
  belowNone: 'The directory lists no office below it.',
  belowMore: 'Pages of the list of offices',
  latestHere: 'Latest open complaints',

  admin: 'Administration',
  adminLead: 'What you can manage with your present position.',
  adminItems: {
    people: ['People and positions', 'Invite officers, give and end positions.'],
    agencies: ['Agencies and offices', 'The tree of agencies you manage.'],
    holidays: ['Holidays', 'Import decrees on holidays and joint leave.'],
    parameters: ['Deadlines and parameters', 'Change the numbers of deadlines with their legal basis.'],
    messages: ['Messages sent', 'Messages that failed or are doubtful, and sending again.'],
  },
  adminForbidden: 'This page is not for your position',
  adminForbiddenText: 'This page is for those who manage officers, the directory, the law or the system.',
  toDesk: 'To the desk',

  privacy: 'Your data',
  privacyDescription: 'What we keep about complainants, who can see it, and what you can ask for.',
  privacyParts: [
    [
      'You need not give your name',
      'Name, e-mail and telephone may be left empty. A complaint without a contact is handled as well; you follow it with the tracking number and the receipt code.',
    ],
    [
      'Anonymous',
      'If you choose to be anonymous, your identity is closed to the agency complained about, to its whole regional government or ministry including its leaders, and to the public. Names, identity numbers, e-mail addresses and telephone numbers found in your text are masked. Only authorised officers outside of that agency can open it, for a reason, and every look is recorded.',
    ],
    ['Confidential', 'If you choose confidential, the public reads nothing and cannot even learn that the complaint exists.'],
    [
      'What the public reads',
      'Nothing is open before a verifier has checked it. What is open is a masked text and files released one by one.',
    ],
    [
      'How it is kept',
      'Your identity and your own words are locked (encrypted, with a key of their own for each complaint) and apart from the complaint. Photos are kept without place, time and device. The receipt code is not kept, only a locked fingerprint of it.',
    ],
    [
      'Mails to you',
      'Mails only say that there is news on a number, never what it is. We never ask for your receipt code by mail or telephone.',
    ],
    [
      'On your device',
      'We use necessary cookies alone: the visit, the language, an unfinished form, and the complaints you have open (they lock themselves after one hour). There are no trackers and no third parties.',
    ],
    [
      'Erasure',
      'You have the right to ask that your personal data be erased. An erasure needs a basis and is recorded; the record of the complaint’s course can still be checked.',
    ],
  ],
  privacyBasis: (laws) => `Basis: ${laws}.`,

  openData: 'Open data',
  openDataDescription: 'Open complaints, the directory, deadlines and proofs of integrity as data.',
  openDataLead: 'All that anyone may read here programs may read, too, without a key.',
  openDataItems: [
    ['/api/v1/complaints', 'Complaints opened by a verifier (JSON)', 'With filters and a cursor. Without personal data.'],
    ['/complaints.atom', 'Feed of newly opened complaints (Atom)', 'The same filters as the search page.'],
    ['/api/v1/agencies', 'Directory of agencies (JSON)', 'The tree of agencies with lasting codes.'],
    ['/api/v1/regions', 'Regions (JSON)', 'Codes of the Ministry of Home Affairs from province to village.'],
    ['/api/v1/categories', 'Categories of complaints (JSON)', 'Two levels, in two languages.'],
    [
      '/law',
      'Deadlines, working days and their legal basis',
      'Numbers, units, from when they apply, and whether they are confirmed.',
    ],
    ['/audit', 'Proof of integrity', 'Daily signed roots and a proof for each open complaint.'],
  ],
  openDataNotIn: 'What is not here',
  openDataNotInText:
    'Confidential complaints, unchecked complaints, complainants’ identities, internal notes, and messages between complainants and agencies. The figures on the home page count all of them.',
  openDataLicence: 'Regions: idn-area-data (ODbL), after the codes of the Ministry of Home Affairs.',

  api: 'API for other applications',
  apiDescription: 'File and follow complaints from another application.',
  apiLead: 'Other applications can file complaints and read the open ones. No key is needed; the number of calls is limited.',
  apiDocument: 'The whole description for machines (OpenAPI 3.1)',
  apiFile: 'Filing a complaint',
  apiFileText:
    'Send a random Idempotency-Key header (16 to 200 characters): a repeat with the same key and content is given the same number and code and is recorded once. Keep the receipt code for the complainant, not in server logs.',
  apiFollow: 'Following one’s own complaint',
  apiFollowText: 'The receipt code goes into the Receipt-Code header, never into an address.',
  apiRead: 'Reading what is open',
  apiReadText: 'Lists come in pages; go on with the value of next as cursor.',
  apiErrors: 'Errors',
  apiErrorsText:
    'Every refusal is a problem document (RFC 9457) in the language of the Accept-Language header, with all faulty fields at once.',
};
