/** Of a customer's page. */
export const customerAddress = (customer: string): string => `/customers/${encodeURIComponent(customer)}`;

/** Of a journey's canvas. */
export const journeyAddress = (journey: string): string => `/journeys/${encodeURIComponent(journey)}`;

/** Of a moment's page. */
export const momentAddress = (moment: string): string => `/moments/${encodeURIComponent(moment)}`;

/** Of an entry for many customers. */
export const crowdAddress = (crowd: string): string => `/tasks/many/${encodeURIComponent(crowd)}`;
