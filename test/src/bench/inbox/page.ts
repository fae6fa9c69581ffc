/** The page that is measured: what the portal lists of a referral, twenty of them. */

export const pageSize = 20;

export const query = `query Received($page: PageInput!) {
  inbox(page: $page) {
    items {
      id reference side state service oblast urgency asking refused draftedAt sentAt acknowledgeBy decideBy
      unconfirmedFrom sharingEnded sender { id } recipient { id }
    }
    hasMore
  }
}`;

export const body = JSON.stringify({ query, variables: { page: { first: pageSize } } });

/** One of the items, for the floors: they look nothing up. */
export const item = {
  id: 'c4ca4238-a0b9-2382-0dcc-509a6f75849b',
  reference: 'SR-1',
  side: 'recipient',
  state: 'completed',
  service: 'SHL.TRANSIT',
  oblast: 'UA-46',
  urgency: 'urgent',
  asking: false,
  refused: null,
  draftedAt: null,
  sentAt: '2022-03-01T00:05:01.000Z',
  acknowledgeBy: '2022-03-02T00:00:01.000Z',
  decideBy: '2022-03-04T00:00:01.000Z',
  unconfirmedFrom: null,
  sharingEnded: false,
  sender: { id: 'actor-10' },
  recipient: { id: 'actor-17' },
};

export const constantPage = { items: Array.from({ length: pageSize }, () => item), hasMore: true };
