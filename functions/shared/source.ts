import { OUR_PAGES } from '../../language/catalogue/gesture-events.ts';

/** The source of what our journeys and their commits put on the bus. */
export const OURS = 'tactful';

/** The source of what customers did with what a product shows them: intake takes it as it takes any system's. */
export const INBOX = 'tactful.inbox';

/** The source of what an event about everyone becomes for each whom it is about. */
export const BROADCAST = 'tactful.broadcast';

/** The source of what customers answer by mail, which intake takes as any system's. */
export const INBOUND = 'tactful.inbound';

/** The source of what follows for each whose work a team cannot reach. */
export const CAPACITY = 'tactful.capacity';

/** The source of what colleagues say at a desk. */
export const DESK = 'tactful.desk';

/** The source of what customers choose on our pages: intake takes it as it takes any system's. */
export const PREFERENCES = OUR_PAGES;
