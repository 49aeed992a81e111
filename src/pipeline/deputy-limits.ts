/** Longest absence, in days: two years, for parental leave and secondments. */
export const LONGEST_ABSENCE_DAYS = 732;

/** Absences of one person that are not over, and open deputyships of one principal: what somebody can still oversee. */
export const MOST_OPEN_ENTRIES = 50;
