import { type Actor, type Capability, can } from '../kernel/actor.ts';
import type { Words } from './words.id.ts';

export interface NavigationItem {
  readonly text: string;
  readonly href: string;
}

/** Whoever has one of these finds something to do below /admin. */
const ADMINISTRATION: readonly Capability[] = ['people.manage', 'directory.manage', 'law.manage', 'system.manage'];

/** The main menu: what citizens come for, and for officers first of all their desk. */
export function mainNavigation(actor: Actor, words: Words): readonly NavigationItem[] {
  const desk = actor.kind === 'officer' ? [{ text: words.desk, href: '/desk' }] : [];
  const administers = ADMINISTRATION.some((capability) => can(actor, capability));
  return [
    ...desk,
    { text: words.fileComplaint, href: '/complaints/new' },
    { text: words.followComplaint, href: '/follow' },
    { text: words.findComplaints, href: '/complaints' },
    { text: words.services, href: '/services' },
    { text: words.agencies, href: '/agencies' },
    { text: words.assessments, href: '/assessments' },
    { text: words.agreements, href: '/agreements' },
    ...(administers ? [{ text: words.administration, href: '/admin' }] : []),
  ];
}

/** Links at the foot of every page. */
export function footerNavigation(actor: Actor, words: Words): readonly NavigationItem[] {
  return [
    { text: words.ombudsman, href: '/ombudsman' },
    { text: words.law, href: '/law' },
    { text: words.privacy, href: '/privacy' },
    { text: words.audit, href: '/audit' },
    { text: words.api, href: '/api' },
    { text: words.openData, href: '/open-data' },
    { text: words.verifyCertificate, href: '/verify' },
    ...(actor.kind === 'officer' ? [] : [{ text: words.signIn, href: '/sign-in' }]),
  ];
}

/**
 * Which item of the menu a path belongs to: the longest address that is the path or stands above it, so that
 * /complaints/new marks "Sampaikan pengaduan" and /complaints/TN-1 marks "Cari pengaduan".
 */
export function currentItem(items: readonly NavigationItem[], path: string): string | undefined {
  const bare = path.split('?')[0] ?? path;
  return items
    .filter((item) => bare === item.href || bare.startsWith(`${item.href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0]?.href;
}
