import type { WireProposal } from '../../../server/src/lsp/protocol.js';
import { listOf, type Translate } from '../translate.js';

/** A row of the list in which proposals are confirmed. */
export interface ProposalItem {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly proposal: WireProposal;
}

/**
 * The proposals that a person can confirm, as rows. The officials file has one form of a name, Simplified; how the
 * reports write it stands beside it, so that it is found by either; entries made by hand and unclear ones are for
 * the file itself.
 */
export function proposalItems(proposals: readonly WireProposal[], t: Translate): ProposalItem[] {
  return proposals
    .filter(({ kind }) => kind === 'new' || kind === 'more')
    .map((proposal) => ({
      label: proposal.name,
      description: [listOf(proposal.forms, t), listOf(proposal.posts, t)]
        .filter((part) => part !== '')
        .join(' · '),
      detail: detailOf(proposal, t),
      proposal,
    }));
}

function detailOf({ kind, place, first, last, reports, namesakes }: WireProposal, t: Translate): string {
  const parts = [
    kind === 'more' ? t('further posts of an entry') : '',
    place ?? '',
    reports === 1 ? t('1 report') : t('{0} reports', reports),
    first === '' ? '' : first === last ? first : t('{0} to {1}', first, last),
    namesakes === 0 ? '' : t('others have this name: look who is meant'),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** How many proposals no list can confirm. */
export function countLeftAlone(proposals: readonly WireProposal[]): number {
  return proposals.filter(({ kind }) => kind === 'hand-made' || kind === 'unclear').length;
}
