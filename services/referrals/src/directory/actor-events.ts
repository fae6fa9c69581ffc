/** What referrals hears of the registry: the published events that decide who may be offered what. */
import type {
  ActorAdmittedV1,
  ActorOperationsChangedV1,
  CapacityReportedV1,
  CertificationGrantedV1,
  CertificationRevokedV1,
  ServiceEndedV1,
  ServiceOfferedV1,
  ServiceTermsChangedV1,
} from '@stezhka/schema';

export type DirectoryEvent =
  | { readonly type: 'ActorAdmitted.v1'; readonly data: ActorAdmittedV1 }
  | { readonly type: 'ActorOperationsChanged.v1'; readonly data: ActorOperationsChangedV1 }
  | { readonly type: 'ServiceOffered.v1'; readonly data: ServiceOfferedV1 }
  | { readonly type: 'ServiceTermsChanged.v1'; readonly data: ServiceTermsChangedV1 }
  | { readonly type: 'ServiceEnded.v1'; readonly data: ServiceEndedV1 }
  | { readonly type: 'CapacityReported.v1'; readonly data: CapacityReportedV1 }
  | { readonly type: 'CertificationGranted.v1'; readonly data: CertificationGrantedV1 }
  | { readonly type: 'CertificationRevoked.v1'; readonly data: CertificationRevokedV1 };
