import {inTmux, testResizingInTmux} from '../support/resizing-tmux.ts';

const usual = {columns: 80, rows: 24};
const wide = {columns: 120, rows: 24};
const narrow = {columns: 40, rows: 24};

testResizingInTmux(inTmux.user, usual, {columns: 60, rows: 24});
testResizingInTmux(inTmux.user, wide, narrow);
testResizingInTmux(inTmux.region, wide, narrow);
testResizingInTmux(inTmux.review, wide, narrow);
testResizingInTmux(inTmux.review, usual, {columns: 80, rows: 12});
