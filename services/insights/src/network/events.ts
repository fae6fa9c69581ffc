/** What insights hears of the registry: how far actors are operational, what they offer where, and how full it is. */
import type {
  ActorAccessChangedV1,
  ActorOperationsChangedV1,
  CapacityReportedV1,
  ServiceEndedV1,
  ServiceOfferedV1,
  ServiceTermsChangedV1,
} from '@stezhka/schema';

export type CoverageEvent =
  | { readonly type: 'ActorOperationsChanged.v1'; readonly data: ActorOperationsChangedV1 }
  | { readonly type: 'ActorAccessChanged.v1'; readonly data: ActorAccessChangedV1 }
  | { readonly type: 'ServiceOffered.v1'; readonly data: ServiceOfferedV1 }
  | { readonly type: 'ServiceTermsChanged.v1'; readonly data: ServiceTermsChangedV1 }
  | { readonly type: 'ServiceEnded.v1'; readonly data: ServiceEndedV1 }
  | { readonly type: 'CapacityReported.v1'; readonly data: CapacityReportedV1 };
