/** The front door of the room: what is told to whom. See README.md. */
export { makePost, postMessage, postMessages } from './actions/post-message.ts';
export { sendAgain } from './actions/send-again.ts';
export { messageErrands, messageRecurring } from './errands/errands.ts';
export type { Address, AddressSlot, PostOffice } from './errands/post-office.ts';
export { COMPLAINT_STEPS, type ComplaintStep, complaintTemplates } from './rules/complaint-templates.ts';
export { type Delivery, describeDelivery } from './rules/delivery.ts';
export type { MessageState } from './rules/message.transitions.ts';
export { type MessageRefusal, messageRefusals } from './rules/refusals.ts';
export { SENDING_LIMITS, type SendingLimits } from './rules/retrying.ts';
export {
  dayOfDetail,
  type MessageDetails,
  type MessageLinks,
  type MessageTemplate,
  type MessageTemplates,
  type MessageText,
  textOf,
} from './rules/template.ts';
export { messagesFor } from './store/deliveries.ts';
