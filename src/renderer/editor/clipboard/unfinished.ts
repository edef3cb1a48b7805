/** On updates that leave the text half changed: it is not to be saved until one comes without. */
export const UNFINISHED_TAG = 'commonplace-unfinished';
