/**
 * Who acts. Rooms ask an actor for a capability at an agency, never for a role's name.
 *
 * The capabilities a position gives are data in the directory room; here they are only named, because every room must be
 * able to ask for them.
 */
export type Capability =
  | 'complaint.verify' // verify, ask back, archive, release to the public, at the desk of one's agency
  | 'complaint.arbitrate' // the national desk: unaddressed complaints, decisions after two returns
  | 'complaint.forward' // dispose to an agency or office
  | 'complaint.follow-up' // work as the office: return, follow up, reply, propose to close
  | 'complaint.read' // read the complaints of one's agency and below
  | 'complaint.file-for-citizen' // counter (pojok), telephone, letter
  | 'complaint.oversee' // Ombudsman: escalated and objected complaints of one's region
  | 'identity.read' // ask for a complainant's identity where the complaint's flags allow it
  | 'service.manage' // describe the services of one's office and below, their standards, maklumat and SOPs
  | 'assessment.author' // write, publish and retire versions of instruments
  | 'assessment.plan' // plan rounds: agencies, units, products, teams
  | 'assessment.assess' // fill in the field what one is assigned
  | 'assessment.check' // look through what assessors submitted
  | 'assessment.moderate' // compare over agencies, notify, decide the agency's replies
  | 'assessment.publish' // publish, correct, certify
  | 'assessment.read' // read the results of one's government from their notification on
  | 'assessment.answer' // the assessed agency: self-assessment, right of reply, improvement items
  | 'case.intake' // record a report to the Ombudsman for somebody: counter, letter, telephone
  | 'case.verify' // formal and material verification (PVL)
  | 'case.deliberate' // member of the plenary of one's office
  | 'case.decide' // lead the plenary, assign, transfer, approve LHPs, check work reports, publish
  | 'case.examine' // examine, write LHPs
  | 'case.resolve' // monitor corrective actions, conciliate, mediate, prepare recommendations
  | 'case.review' // systemic reviews, own-initiative investigations
  | 'case.recommend' // sign recommendations; counts only at the head of the Ombudsman
  | 'case.answer' // the respondent's side: letters, obligations
  | 'case.owed-read' // what one's government owes the Ombudsman
  | 'agreement.prepare' // draft agreements and plans of one's agency, register them, enter their lines, name focal points
  | 'agreement.sign' // be asked to sign for one's agency
  | 'agreement.progress' // report what was done of a line of a plan
  | 'agreement.confirm' // confirm or send back what the other side reported
  | 'agreement.read' // read drafts, comments and everything not yet public of the agreements of one's government
  | 'agreement.review-rad' // review action plans of SP4N-LAPOR! for the ministry
  | 'people.manage' // invite, end positions at one's agency and below
  | 'directory.manage'
  | 'law.manage' // holidays, parameters
  | 'system.manage';

/** A position as the actor holds it now. */
export interface HeldPosition {
  readonly positionId: string;
  readonly kind: string;
  readonly agencyId: string;
  /** Root of the government tree the agency belongs to: the *respondent* of complaints addressed below it. */
  readonly governmentId: string;
  /** Ids from the root of the tree down to and including the agency. */
  readonly agencyPath: readonly string[];
  readonly capabilities: readonly Capability[];
  /** The region the agency serves (dotted Kemendagri code), `null` for national bodies. */
  readonly regionCode: string | null;
}

export interface Officer {
  readonly kind: 'officer';
  readonly personId: string;
  readonly name: string;
  readonly positions: readonly HeldPosition[];
}

/** Someone who has shown the receipt code of one complaint in this session. */
export interface Complainant {
  readonly kind: 'complainant';
  readonly complaintId: string;
}

export interface Visitor {
  readonly kind: 'visitor';
}

/** An errand acting on its own, for example closing by silence. */
export interface System {
  readonly kind: 'system';
  readonly errand: string;
}

export type Actor = Officer | Complainant | Visitor | System;

/** The positions through which the actor has a capability. */
export function positionsWith(actor: Actor, capability: Capability): readonly HeldPosition[] {
  return actor.kind === 'officer' ? actor.positions.filter((held) => held.capabilities.includes(capability)) : [];
}

/** Whether the actor has a capability anywhere. */
export function can(actor: Actor, capability: Capability): boolean {
  return positionsWith(actor, capability).length > 0;
}

/** How an event names its actor: a reference, never a name. */
export function actorReference(actor: Actor): string {
  switch (actor.kind) {
    case 'officer':
      return `person:${actor.personId}`;
    case 'complainant':
      return 'complainant';
    case 'visitor':
      return 'visitor';
    case 'system':
      return `errand:${actor.errand}`;
  }
}
