import {setTimeout as later} from 'node:timers';

/*
A small program for the tests of the terminal itself. Its first argument says what it does:
  keys     raw mode, hidden cursor; prints each read as JSON; `q` ends it with status 7, `x` kills it without tidying up
  colors  one line in colors and styles, and one with wide characters
  frames   draws "half" and "whole" in one synchronized frame
  wait     waits for a signal; SIGTERM ends it with status 143, SIGCONT is reported, everything else has its usual effect
  lines    prints 30 numbered lines
*/

const [mode] = process.argv.slice(2);

function say(text: string): void {
	process.stdout.write(text);
}

switch (mode) {
	case 'keys':
		process.stdin.setRawMode(true);
		say('\u001B[?25l\u001B[?2004hready\r\n');
		process.stdin.on('data', (data) => {
			const read = data.toString();
			if (read === 'x') {
				process.kill(process.pid, 'SIGKILL');
			} else if (read === 'q') {
				say('\u001B[?25h\u001B[?2004l');
				process.stdin.setRawMode(false);
				process.exit(7);
			} else {
				say(`read ${JSON.stringify(read)}\r\n`);
			}
		});
		process.stdout.on('resize', () => say(`size ${process.stdout.columns}x${process.stdout.rows}\r\n`));
		break;
	case 'colors':
		say(
			'\u001B[1;32mOK\u001B[0m \u001B[2mdim\u001B[0m \u001B[7minverse\u001B[0m \u001B[4;38;2;1;2;3mtrue\u001B[0m <&>\r\n',
		);
		say('日本 e\u0301 👨‍👩‍👧 🇩🇪 ❤️|\r\n');
		break;
	case 'frames':
		say('\u001B[?2026hhalf');
		later(() => say(' whole\u001B[?2026l'), 20);
		break;
	case 'wait':
		process.on('SIGTERM', () => process.exit(143));
		process.on('SIGCONT', () => say('going on\n'));
		later(() => {}, 2 ** 30);
		say('waiting\n');
		break;
	case 'lines':
		say(Array.from({length: 30}, (_, index) => `line ${index + 1}\n`).join(''));
		break;
	default:
		say(JSON.stringify({environment: process.env, directory: process.cwd()}));
}
