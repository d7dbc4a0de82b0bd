/**
 * English, and with it the list of all messages. ICU MessageFormat: `{name}`, `{count, plural, one {# scope} other {# scopes}}`;
 * a literal brace or apostrophe before a brace is quoted with an apostrophe.
 */
export const english = {
	// The program
	'program.title': 'classic-credentials',
	'program.subtitle': 'IBM Cloud classic infrastructure credentials',
	'program.demo': 'DEMO: nothing real changes',
	'program.checking': 'Checking ibmcloud, its plug-ins, your login, and what is set...',

	// Values as they are
	'value.plain': '{value}',
	'value.list': '{values}',
	'value.none': '-',

	// What was checked and answered, a line each
	'answered.ready': 'Ready',
	'answered.login':
		'{user}{account, select, none {} other { in {account}}}{number, select, none {} other { ({number})}}',
	'answered.user': 'User',
	'answered.key': 'fingerprint {fingerprint}',
	'answered.accepted': 'fingerprint {fingerprint}, accepted by {host}',
	'answered.rejected': 'fingerprint {fingerprint}, rejected by {host}',
	'answered.scopes': 'Scopes',
	'answered.places': '{regions} / {groups}',

	// Where an answer came from that was not given in this session
	'source.flag': '(flag)',
	'source.environment': '(environment)',
	'source.journal': '(from the last run)',
	'source.sample': '(sample)',

	// Titles of the rail
	'rail.checks': 'Checks',
	'rail.review': 'Review',
	'rail.apply': 'Apply',

	// Checks
	'check.cli': 'ibmcloud',
	'check.container-service': 'Plug-in container-service',
	'check.sl': 'Plug-in sl',
	'check.login': 'Login',
	'check.account': 'Account',
	'check.group': 'Resource group',
	'check.region': 'Region',
	'check.labelled': '{label}:',
	'check.running': 'checking...',
	'check.runningOf': '{label}: checking... {done} of {count} done',
	'check.cli.found': 'version {version}',
	'check.cli.unsafe': 'Not started, because somebody else can change part of its path: {hop}',
	'check.cli.currentDirectory': '{path} is not started, because it is in the current directory.',
	'check.cli.unknownVersion': 'found, but its version could not be read',
	'check.plugin.found': 'version {version}',
	'check.plugin.unknown': 'the list of plug-ins could not be read',
	'check.container-service.missing': 'The container-service plug-in is not installed.',
	'check.sl.missing': 'not installed; you will type the username',
	'check.login.as': '{user}',
	'check.login.unconfirmed':
		"{user}, according to the configuration; ''ibmcloud target'' gave no usable answer",
	'check.login.doubtful':
		'{user}; not certain, because a command failed the way it does after a session has ended',
	'check.login.none': 'You are not logged in to IBM Cloud.',
	'check.afterCli': 'known once ibmcloud is installed',
	'check.afterLogin': 'known after you log in',
	'check.account.none': 'no account is targeted',
	'check.account.linked': '{name} (classic account {number})',
	'check.account.notLinked': '{name} (no classic account is linked)',
	'check.account.unknownLink': '{name} (linked classic account unknown)',
	'check.group.none': 'none targeted; you will be asked',
	'check.region.none': 'none targeted; you will be asked',
	'check.users': 'Infrastructure users',
	'check.users.found': '{count, plural, one {# user listed} other {# users listed}}',
	'check.users.unknown': 'the list could not be read; you can type a username',
	'blocker.remedy': 'What to do:',
	'blocker.lookedAgain':
		'{count, plural, one {Checked again; this is the result.} other {Checked again # times; this is the result.}}',

	// Actions
	'action.retry': 'Try again',
	'action.checkAgain': 'Check again',
	'action.demo': 'Rehearse with a simulated ibmcloud (--demo)',
	'action.install': 'Install it now: ibmcloud plugin install {plugin}',
	'action.login': 'Log in now: {command}',
	'action.loginAgain': 'Log in again: {command}',
	'action.loginSso': 'Log in with single sign-on (--sso)',
	'action.retryPair': 'Check username and key again',
	'action.createKey': 'Create the API key of {username}',
	'action.useMadeKey': 'Use the API key that was created for {username}',
	'action.noKey': 'I do not have this key',
	'action.otherAccount': 'List the users of another account',
	'action.apply': 'Apply',
	'action.applyUnset': 'Remove the credential',
	'action.applyKept':
		'{count, plural, one {Apply the 1 that changes no account} other {Apply the # that change no account}}',
	'action.applyAll': 'Apply all {count} (you type {names})',
	'action.applyUnsetKept':
		'{count, plural, one {Remove the 1 that can be set again} other {Remove the # that can be set again}}',
	'action.applyUnsetAll': 'Remove all {count} (you type {names})',
	'action.showCommands': 'Show the commands',
	'action.backToReview': 'Back to the review',
	'action.nothingToDo': 'End: there is nothing to do',
	'action.writer.api': 'Use the API: no key in the process list',
	'action.writer.cli': 'Use the ibmcloud command instead',
	'action.change.user': 'Change the infrastructure user',
	'action.change.key': 'Enter the API key again',
	'action.change.keys': 'Enter the API keys again',
	'action.change.region': 'Change the region',
	'action.change.group': 'Change the resource group',
	'action.quit': 'Quit',
	'action.quitUnchanged': 'Quit without changing anything',
	'action.retryFailed': '{count, plural, one {Try the failed one again} other {Try the # failed ones again}}',
	'action.sendRefreshToken': 'Also send your login’s refresh token (the service keeps it), and try again',
	'action.finish': 'Finish',
	'action.undo': 'Undo it: put {usernames} back',
	'action.restore':
		'Restore what was set in {count, plural, one {{scopes}} other {# scopes}} until {time} ({usernames})',
	'action.oldKey': 'Enter the key of {username} to be able to undo',
	'action.endDryRun': 'End the dry run',

	// Step: a run that died in the middle
	'resume.title': 'Unfinished run',
	'resume.question': 'The last run did not finish. What do you want to do?',
	'resume.when': 'It started at {time}, to set {user}.',
	'resume.when.unset': 'It started at {time}, to remove a credential.',
	'resume.begun.reading': 'Started, result unknown; reading what is set now: {scopes}.',
	'resume.begun.unreadable': 'Started, result unknown; what is set now could not be read: {scopes}.',
	'resume.begun.set': 'Started, result unknown; {user} is set there now: {scopes}.',
	'resume.begun.other': 'Started, result unknown; another user is set there now: {scopes}.',
	'resume.begun.none': 'Started, result unknown; none is set there now: {scopes}.',
	'resume.planned': 'Not started: {scopes}.',
	'resume.ended': '{count, plural, one {# scope is finished.} other {# scopes are finished.}}',
	'resume.notice': "The last run ({time}) did not finish: {scopes}. See ''{program} history''. To finish it:",
	'resume.finish': 'Finish the remaining scopes (you will be asked for the key)',
	'resume.finish.answer': 'Finish the remaining scopes',
	'resume.afresh': 'Leave it as it is and start over',

	// Step: whose users are listed
	'listAccount.title': 'User list',
	'listAccount.question': 'Which account’s users should be listed?',
	'listAccount.hint':
		'The accounts of your login. Your own target does not change: the list is read with a private copy of the configuration.',
	'listAccount.none': 'No account matches.',
	'listAccount.targeted': 'targeted',

	// Step: infrastructure user
	'user.title': 'Infrastructure user',
	'user.question': 'Which infrastructure user should this credential use?',
	'user.questionTyped': 'What is the infrastructure username?',
	'user.otherAccount.apiKeyLogin': 'Your login with an API key can list this account’s users only.',
	'user.form':
		'Usually the classic account number, an underscore, and an e-mail address: 1234567_name@example.com.',
	'user.largeList': 'This account has {count, number} users. Type part of a name to find one.',
	'user.unreadable': 'unreadable name, cannot be selected',
	'user.leftOut':
		'{count, plural, one {One user is} other {# users are}} not listed, because the name cannot be shown.',
	'user.noneListed': 'You do not have permission to view any users in this account.',
	'user.asTyped': 'Use “{text}” as typed',
	'user.empty': 'Type the infrastructure username first.',
	'user.looksLikeKey':
		'This looks like an API key, not a username. It was not kept. You will be asked for the key in the next step.',
	'user.unusableCharacters':
		'A username contains only Latin letters, digits, and punctuation, and no line break.',
	'user.unusualForm':
		'“{username}” does not look like an infrastructure username (1234567_name@example.com). An IBMid e-mail address alone is usually not one.',
	'user.doubtful':
		'“{username}” is in no list and does not look like an infrastructure username (1234567_name@example.com). Press Enter again to use it as typed.',
	'user.hasKey': 'has a key',
	'user.hasNoKey': 'no key yet',
	'user.status': '{status}',
	'user.listSkipped.noPlugin': 'The sl plug-in is not installed, so users cannot be listed.',
	'user.listSkipped.privateEndpoint':
		'Your login uses a private endpoint, where the sl plug-in does not work, so users cannot be listed.',
	'user.listSkipped.noClassicAccount':
		'No classic account is linked to your account, so there are no users to list.',

	// Step: API key
	'key.title': 'API key',
	'keys.title': 'API keys',
	'oldKeys.title': 'Old key',
	'oldKeys.hint': 'It is kept until this session ends, and is used only if you undo the run.',
	'oldKeys.unchecked': 'The key of {username} was not checked, so it cannot be used to undo the run.',
	'oldKeys.useless': '{host} rejected the key of {username}, so it cannot be used to undo the run.',
	'key.question': 'What is the classic infrastructure API key of {username}?',
	'key.willBeChecked': '{host} checks it before anything is set.',
	'key.oneOnly': 'A new key is used right away and never shown.',
	'key.creating': 'Creating the API key...',
	'key.lost':
		'There was no answer, so it is not known whether {username} has an API key now. One may still appear.',
	'key.lost.exists': 'There was no answer, but the list now says that {username} has an API key.',
	'key.look': 'This shows the key to anyone who can manage the user:',
	'key.empty': 'Paste or type the API key first.',
	'key.nothing': 'nothing yet',
	'key.described': '{count, plural, one {# character} other {# characters}}, fingerprint {fingerprint}',
	'key.removed.lineBreaks': 'taken out: {count, plural, one {# line break} other {# line breaks}}',
	'key.removed.spaces': 'taken out: {count, plural, one {# space} other {# spaces}}',
	'key.removed.invisible':
		'taken out: {count, plural, one {# invisible character} other {# invisible characters}}',
	'key.removed.name': 'taken out: the name and the = before it',
	'key.removed.quotes': 'taken out: the quotes around it',
	'key.short':
		'{count, plural, one {Only # character.} other {Only # characters.}} A classic infrastructure API key is usually 64 characters long.',
	'key.looksLikeIbmCloudKey':
		'This looks like an IBM Cloud API key (44 characters). A classic infrastructure API key is usually 64 characters long.',
	'key.userHasNone': 'According to the list, {username} has no classic API key.',

	// The ways to a key that the operator does not have
	'noKey.question': 'Where do you get the API key of {username}?',
	'noKey.see':
		'The user sees it in the console: Manage > Access (IAM) > API keys > Classic infrastructure API keys. Anyone who can manage the user sees it with:',
	'noKey.make': 'They can also create a new one:',
	'noKey.ends':
		"That invalidates the old key at once, everywhere it is used, even if creating the new one fails. Set the new one everywhere with ''{command}''.",
	'noKey.enter': 'Enter the API key',

	// Quit, where answers would be lost
	'quit.question': 'Quit and lose your answers?',
	'quit.stay': 'No, go back',
	'quit.quit': 'Yes, quit',

	// Step: region
	'region.title': 'Region',
	'region.question': 'In which region?',
	'region.hint': 'A data center such as tor01 finds its region.',
	'region.all': 'All regions',
	'region.clusters': '{count, plural, one {# cluster} other {# clusters}}',
	'region.none': 'No region matches.',
	'region.targeted': 'targeted',
	'region.targetedHasNoClassic':
		'Your targeted region {region} hosts no classic clusters, so it is not listed.',
	'region.several': "One ''--region'' takes one region. For several, repeat it: ''{options}''.",
	'region.near':
		"“{region}” is not one of the regions that host classic clusters: {regions}. Did you mean ''{near}''?",
	'region.unknown': '“{region}” is not one of the regions that host classic clusters: {regions}.',

	// Step: resource group
	'group.title': 'Resource group',
	'group.question': 'In which resource group?',
	'group.hint': 'A credential belongs to one region and one resource group.',
	'group.none': 'No resource group matches.',
	'group.targeted': 'targeted',
	'group.default': 'account default',
	'group.notFound': 'You cannot see a resource group named “{name}”.',

	// The pair
	'pair.valid': '{host} accepted the username and key.',
	'pair.validFor': '{host} accepted the username and key, for classic account {account}.',
	'pair.allValid': '{host} accepted all {count} usernames with their keys.',
	'pair.refusedFor':
		"{host} rejected the key of {username}. Either it is not the key of this user, or the user is limited to other IP addresses.{flag, select, none {} other { ''{flag}'' sets it anyway.}}",
	'pair.refused':
		"{host} rejected this username and key. Either they do not match, or the user is limited to other IP addresses.{flag, select, none {} other { ''{flag}'' sets them anyway.}}",
	'pair.skipped.turned-off': 'Username and key were not checked, because you asked not to.',
	'pair.skipped.private-endpoint': 'Username and key were not checked: your login uses a private endpoint.',
	'pair.skipped.network': 'Username and key were not checked: {host} could not be reached.',
	'pair.skipped.timed-out': 'Username and key were not checked: {host} did not answer in time.',
	'pair.skipped.cancelled': 'Username and key were not checked: the check was stopped.',
	'pair.skipped.tls': 'Username and key were not checked: the certificate of {host} could not be verified.',
	'pair.skipped.answer-too-large': 'Username and key were not checked: the answer of {host} was too long.',
	'pair.skipped.refused-url': 'Username and key were not checked: the address {host} cannot be used.',
	'pair.skipped.unusable-characters':
		'Username and key were not checked: one of them contains characters that cannot be sent.',
	'pair.skipped.rate-limited': 'Username and key were not checked: {host} is limiting requests.',
	'pair.skipped.service-unavailable': 'Username and key were not checked: {host} is not available.',
	'pair.skipped.redirected':
		'Username and key were not checked: {host} redirected the request, and the key is not sent elsewhere.',
	'pair.skipped.unreadable': 'Username and key were not checked: the answer of {host} could not be read.',
	'pair.demoHost': 'api.softlayer.com (simulated)',
	'pair.foreignAccount': 'The user belongs to classic account {account}; your account is linked to {linked}.',
	'pair.otherAccount': 'The username and key belong to classic account {opened}, not to {intended}.',
	'pair.foreignHost': 'Username and key are sent to {host}, not a host of IBM.',

	'whereSet.nowhere': '{username} is not set anywhere in this account, so there is nothing to renew.',

	// Review
	'review.scope': '{region} / {group}',
	'review.nothing': 'Nothing is to be changed.',
	'review.reading': '{count, plural, one {# scope} other {# scopes}}, {read} read so far',
	'review.totals': '{count} scopes: {kinds}',
	'total.orphans': '{count} can orphan clusters',
	'total.other-account':
		'{count, plural, one {# changes the infrastructure account} other {# change the infrastructure account}}',
	'total.unknown': '{count} could not be read',
	'total.other-user':
		'{count, plural, one {# replaces a user of the same account} other {# replace a user of the same account}}',
	'total.unset.other-user':
		'{count, plural, one {# stays with the same account} other {# stay with the same account}}',
	'total.rotation': '{count, plural, one {# renews the key} other {# renew the key}}',
	'total.first': '{count, plural, one {# gets its first credential} other {# get their first credential}}',
	'total.restores': '{count, plural, one {# restores what was there} other {# restore what was there}}',
	'total.nothing': '{count, plural, one {# needs no change} other {# need no change}}',
	'review.withKey': '{username}, key {fingerprint}',
	'review.waiting': 'Reading: {command}',
	'review.creationRestricted': 'No classic cluster in {regions}: new ones cannot be created there (E501e).',
	'review.clustersUnreadable': 'The classic clusters could not be listed, so what this touches is not known.',
	'review.changed':
		'Changed since the review: {reviewed, select, none {none was set} other {it was {reviewed}}}. Nothing was written.',
	'review.notCurrent':
		"Nothing was changed: ''--if-current'' requires {demanded}, but something else is set in {scopes}.",
	'review.commands': 'What will run:',
	'review.wayBack': 'To undo this you need the key of {usernames}.',
	'review.wayBack.held': 'This can be undone at the end: the key of {usernames} is held until then.',
	'review.processList':
		"While it runs, other users of this machine can read the key (process list). ''--via api'' avoids that.",
	'review.apiUnseen': 'The API has not yet been seen at work against the real service.',
	'review.foreignApi': 'Username, key and the token of your login are sent to {host}, not a host of IBM.',
	'present.reading': 'reading...',
	'present.unreadable': 'could not be read',
	'present.none': 'default: linked account{number, select, none {} other { {number}}}',
	'does.orphans': 'can be orphaned',
	'does.other-account': 'another account',
	'does.unknown': 'not known',
	'does.other-user': 'same account',
	'does.rotation': 'renewed key',
	'does.first': 'first credential',
	'does.restores': 'restores {account}',
	'does.nothing': 'no change',
	'effect.first': 'First credential here, for the linked account.',
	'effect.rotation': 'Same user: this only renews the key.',
	'effect.again': 'Same user and key, set from here on {date}: it will be set again anyway.',
	'effect.other-user': 'Another user of the same infrastructure account.',
	'effect.other-account': 'Another infrastructure account, or one that is not known.',
	'effect.other-account.known':
		'Another infrastructure account: {to, select, none {one that is not known} other {{to}}} instead of {from}.',
	'effect.restores': 'Restores account {account}, set here until {time}.',
	'effect.unset.nothing': 'None is set here, so nothing changes.',
	'effect.unset.sameAccount': 'Afterwards the linked account is in charge, which is the same one.',
	'effect.unset.otherAccount':
		'Afterwards the account that is linked to yours is in charge, which is another one or not known.',
	'effect.unknown': 'What this changes is not known.',

	// The table of scopes
	'column.scope': 'scope',
	'column.now': 'now',
	'column.new': 'new',
	'column.afterwards': 'afterwards',
	'column.clusters': 'clusters',
	'column.clustersHere': 'classic clusters here',
	'column.change': 'now → new',
	'table.change': '{before} → {after}',
	'table.labelled': '{label}:',
	'table.none': 'none',
	'table.leftOut': 'Not repeated in the names: {parts}',
	'table.more': '{count} more like this: {groups}',
	'table.inGroup': '{count} in {group}',

	// Typed confirmation
	'confirm.question': 'Type {expected} to confirm',
	'confirm.noWayBack': 'Only the key of {usernames} can undo this, and the service does not give it out.',
	'confirm.mismatch': 'That is not “{expected}”. Nothing was changed.',
	'takeover.accounts': '{scopes}: account {from} loses control to {to}.',
	'takeover.restores': '{scopes}: back to account {to}, set here until {time}; {from} loses control.',
	'takeover.clusters': 'Can be orphaned (“incorrect account for worker”): {clusters}.',
	'takeover.clustersUnreadable':
		'The classic clusters could not be listed: any that are there can be orphaned.',
	'takeover.wayBack.unset': 'To undo this, remove the new credential.',
	'takeover.losesKey': '{scopes}: the stored key of {username} is lost, and cannot be read back.',

	// Apply and prove
	'apply.pending': 'waiting',
	'apply.reading': 'checking once more...',
	'apply.setting': 'setting...',
	'apply.readingBack': 'sent; reading back...',
	'apply.count': '{done} of {count} done',
	'apply.running':
		'{done} of {count} done. Now: {region} / {group}{more, plural, =0 {} one { and # more} other { and # more}}',
	'apply.leaving':
		'Finishing what has begun and reading it back; nothing new is started. Ctrl-C once more quits at once.',
	'result.verified': 'verified: {username} ({seconds, number} s)',
	'result.set-not-proven': 'set to {username}; username read back; key not proven',
	'result.other-account-in-force': 'set to {username}, but account {inForce} is in force, not {expected}',
	'result.other-account-in-force.do':
		'Machines are ordered from the account in force. Check again in a few minutes. If nothing has changed, set the right credential.',
	'result.changed-since-review':
		'not changed: the review showed {reviewed, select, none {none} other {{reviewed}}}, and now {found, select, none {none} other {{found}}} is set',
	'result.changed-since-review.do':
		'Somebody else has changed it meanwhile. Run it again to see what it would replace now.',
	'result.differs': 'the read-back differs: {expected} was set, but {found} is in force',
	'result.differs.none': 'the read-back differs: {expected} was set, but none is in force',
	'result.differs.notRemoved': 'the read-back differs: it was removed, but {found} is still in force',
	'result.removed': 'removed: none is set any more ({seconds, number} s)',
	'result.nothing-to-do': 'none is set, so there was nothing to do',
	'result.before': 'Before: {username}',
	'result.not-current':
		"not changed: ''--if-current'' requires {demanded, select, none {none} other {{demanded}}}, but {found, select, none {none} other {{found}}} is set",
	'result.differs.do':
		"Somebody else may have changed it, or the service needs longer. Run ''{start}'' again to see what is set now.",
	'result.wrong-group':
		'wrong group: the API changed {group} instead of {named}; {now, select, none {none} other {{now}}} is set there now, {was, select, none {none} other {{was}}} was before',
	'result.wrong-group.do':
		"The API does not use the group that you named. Restore what was set in {group}, then change {named} with ''--via cli''.",
	'result.target-changed.notSet':
		'stopped: the target changed from {from} to {to} in another terminal; nothing was set here',
	'result.target-changed.set':
		'group unknown: the target changed from {from} to {to} while the credential was being set; check both groups',
	'result.failed.set': 'set, but it could not be read back',
	'result.failed.notSet': 'not set',
	'result.unknown': 'not known: it was not finished, and what is set could not be read',
	'result.unknown.asBefore':
		'not known: the last read showed what was there before, but the change may still arrive',
	'result.not-started': 'not started, nothing was changed here',
	'ended.verified': 'verified',
	'ended.verified.pair-check': 'verified: pair accepted',
	'ended.verified.infra-permissions': 'verified: account in force',
	'ended.set-not-proven': 'set; key not proven',
	'ended.other-account-in-force': 'another account in force',
	'ended.removed': 'removed: none read back',
	'ended.nothing-to-do': 'none was set',
	'ended.changed-since-review': 'not changed',
	'ended.not-current': 'not changed',
	'ended.differs': 'differs',
	'ended.wrong-group': 'wrong group',
	'ended.target-changed': 'target changed',
	'ended.failed': 'not set',
	'ended.failed.set': 'set; not read back',
	'ended.unknown': 'not known',
	'ended.not-started': 'not started',
	'result.unproven': 'infra-permissions, which would prove it, could not be read.',
	'proof.pair-check': 'The classic API accepted the pair before, and the username was read back.',
	'proof.infra-permissions': 'The username was read back, and account {account} is in force, manually set.',
	'permissions.missingRequired':
		'{count, plural, one {A required permission is} other {Required permissions are}} missing:',
	'permissions.missingSuggested':
		'{count, plural, one {A suggested permission is} other {Suggested permissions are}} missing:',
	'permissions.named': '{label} ({key}): {purpose}',
	'permissions.withoutKey': 'Not known by their key, so in no command: {labels}.',
	'permissions.grant': 'Somebody who may manage this user grants them with:',
	'permissions.accessGroups':
		'Permissions for support cases are given by IAM access groups of the Support Center.',
	'permission.purpose.REMOTE_MANAGEMENT': 'to reach a machine that does not answer',
	'permission.purpose.SERVER_ADD': 'to order workers',
	'permission.purpose.SERVER_CANCEL': 'to remove workers',
	'permission.purpose.SERVER_RELOAD': 'to reload the operating system of workers',
	'permission.purpose.VIRTUAL_GUEST_VIEW': 'to see virtual workers',
	'permission.purpose.HARDWARE_VIEW': 'to see bare metal workers',
	'permission.purpose.TICKET_ADD': 'to open support cases for workers',
	'permission.purpose.TICKET_EDIT': 'to change support cases for workers',
	'permission.purpose.TICKET_VIEW': 'to see support cases for workers',
	'permission.purpose.ACCESS_ALL_GUEST': 'to manage all virtual workers',
	'permission.purpose.ACCESS_ALL_HARDWARE': 'to manage all bare metal workers',
	'permission.purpose.PUBLIC_NETWORK_COMPUTE': 'to order workers with a public network',
	'permission.purpose.DNS_MANAGE': 'to manage domain names',
	'permission.purpose.HOSTNAME_EDIT': 'to name workers',
	'permission.purpose.IP_ADD': 'to add addresses for load balancers and routes',
	'permission.purpose.NETWORK_ROUTE_MANAGE': 'to manage network routes',
	'permission.purpose.PORT_CONTROL': 'to manage network ports',
	'permission.purpose.SECURITY_CERTIFICATE_MANAGE': 'to manage certificates',
	'permission.purpose.SECURITY_CERTIFICATE_VIEW': 'to see certificates',
	'permission.purpose.ADD_SERVICE_STORAGE': 'to order storage for volumes',
	'permission.purpose.NAS_MANAGE': 'to manage file storage for volumes',

	// The end
	'end.verified':
		'{count, plural, one {Verified: the credential is set} other {Verified: all # credentials are set}}.',
	'end.set':
		'{count, plural, one {Set; username read back; key not proven} other {All # set; usernames read back; not every key is proven}}.',
	'end.incomplete':
		'{count, plural, one {Not done: see above for the reason.} other {{done} of {count} done. See above for the others.}}',
	'end.interrupted.nothing': 'Stopped. Nothing was changed.',
	'end.interrupted':
		'Stopped. {done} of {count} set{unknown, plural, =0 {} one {, # is unknown} other {, # are unknown}}; no other credential was changed.',
	'end.noCredential': 'Ended. No credential was changed.',
	'end.leftOut': 'Left unchanged, as you chose: {scopes}.',
	'end.unusedKey':
		'An API key was created for {username} but is not set anywhere. This shows it to anyone who can manage the user:',
	'end.unknownKey':
		'It is not known whether an API key was created for {username}: there was no answer. If there is one, this shows it:',
	'end.dry-run': 'Dry run: nothing was changed.',
	'end.quit': 'Quit. Nothing was changed.',
	'end.nothingToSet': 'Nothing to do: every user is set as the file says.',
	'end.notRemoved':
		"{region} / {group}: the file expects none, found {found}. It stays: only ''{program} unset'' removes.",
	'end.nothing-to-do': 'Nothing to do: none is set there.',
	'end.refused': 'Nothing was changed.',
	'end.demoOver': "That was a rehearsal. For real, run ''{start}'' without ''--demo''.",
	'end.demo': 'The rehearsal starts.',
	'end.removed':
		'{count, plural, one {Removed: none is set any more} other {Removed: in all # scopes none is set any more}}.',
	'end.finish': 'To finish the rest:',
	'end.byHand': 'To do it by hand (this goes back to your resource group at the end):',
	'end.who':
		'{operator, select, none {} other {{operator}, }}{account, select, none {} other {in {account}, }}{time}{username, select, none {} other {, key {fingerprint} of {username}}}',
	'end.clusterField':
		'Look at {clusters} in the console: “Infrastructure User” there names who orders the machines now.',
	'end.workers':
		'{count, plural, one {The health of its workers} other {The health of their workers}} was not checked. To check it:',
	'end.workersDo':
		'If a worker cannot be managed, this helps. The reset changes the owner of the API key for everything in that region and group:',
	'end.create': 'The first credential is set, so a classic cluster can be created:',
	'end.undo': 'To undo it:',
	'end.undoNeedsKey': 'That needs the key of {usernames}. The service does not give it out.',
	'end.undoNeedsOldKey':
		'To undo it, set the old key of {usernames} again. The service does not give it out.',
	'end.look': 'To see what is set now:',
	'end.leftover': 'This directory could not be removed. The login tokens in it were overwritten: {path}',
	'end.leftover.tokens':
		'This directory could not be removed and still contains your login tokens. Remove it, and log out: {path}',
	'end.next': 'Next steps:',

	// Errors: what it means, and what to do
	'error.ownWords': "''{command}'' said:",
	'error.cli-missing': 'ibmcloud is not installed, or not in your PATH.',
	'error.cli-missing.do':
		"Install the IBM Cloud CLI, then start again. To look around first, run ''{start} --demo''.",
	'error.cli-not-executable': 'ibmcloud was found but cannot be started.',
	'error.cli-not-executable.do': 'Make the file executable, or reinstall the IBM Cloud CLI.',
	'error.cli-not-started': 'ibmcloud could not be started, so nothing ran.',
	'error.cli-not-started.do': 'The machine may be out of memory or processes. Try again in a moment.',
	'error.cli-unsafe':
		'ibmcloud is not started, because somebody else can change it, or because it is in the current directory.',
	'error.cli-unsafe.do':
		"Remove write permission for others (''chmod go-w''), and use absolute directories in PATH.",
	'error.copy-refused':
		'A private copy of the CLI configuration could not be used, so another resource group cannot be reached safely.',
	'error.copy-refused.do': "Target the group yourself with ''ibmcloud target -g GROUP'', then start again.",
	'error.place-unsafe':
		'Somebody else can change the files this program keeps for you, or something else is in their place, so nothing was started.',
	'error.place-unsafe.do':
		"Make the path below yours, writable only by you (''chmod go-w''), and not a link. Then start again.",
	'error.journal-unwritable': 'The journal could not be written, so nothing was started.',
	'error.journal-unwritable.do': 'Free some space or allow writing in the state directory, then try again.',
	'error.plugin-missing': 'An ibmcloud plug-in is missing.',
	'error.plugin-missing.do': "Install it: ''ibmcloud plugin install container-service'' (or sl).",
	'error.not-logged-in': 'You are not logged in to IBM Cloud.',
	'error.not-logged-in.do': "Log in with ''ibmcloud login'' (or ''ibmcloud login --sso''), then try again.",
	'error.session-expired': 'Your IBM Cloud session has expired.',
	'error.session-expired.do':
		"Log in again with ''ibmcloud login'' (or ''ibmcloud login --sso''), then try again.",
	'error.network': 'IBM Cloud could not be reached.',
	'error.network.do':
		'Check the network, and HTTPS_PROXY if you need a proxy, then try again. Logging in again does not help.',
	'error.no-account-targeted': 'No account is targeted.',
	'error.no-account-targeted.do': "Target one with ''ibmcloud target -c ACCOUNT_ID'', then try again.",
	'error.no-group-targeted': 'No resource group is targeted.',
	'error.no-group-targeted.do':
		"Name one with ''-g GROUP'', or target one with ''ibmcloud target -g GROUP''.",
	'error.no-classic-account': 'No classic infrastructure account is linked to this account.',
	'error.no-classic-account.do':
		'Type the username of the other infrastructure account, or target the account that is linked.',
	'error.permission-denied': 'You do not have permission for this, or your login has ended.',
	'error.permission-denied.do':
		'Log in again. If that does not help, ask the account owner for the permission. You can also type a username.',
	'error.role-too-low': 'Your role is too low for this.',
	'error.role-too-low.do':
		'Ask for the Administrator platform role for Kubernetes Service in this region and resource group.',
	'error.role-too-low.do.read':
		'Ask for the Viewer platform role for Kubernetes Service in this region and resource group.',
	'error.key-invalid': 'The infrastructure username and API key do not match.',
	'error.key-invalid.do':
		'Check both, enter the key again, then try again. Nothing is retried automatically.',
	'error.key-exists': 'This user already has an API key. A user can have only one.',
	'error.key-exists.do':
		'Use the existing key. Renewing it would invalidate the old key everywhere it is used.',
	'error.user-pending': 'This user is not active yet, so no API key can be created.',
	'error.user-pending.do': 'Ask the user to accept the invitation first, or select another user.',
	'error.user-gone': 'This user no longer exists, or is not in the targeted account.',
	'error.user-gone.do': 'Select another user: the list is read again.',
	'error.address-restricted': 'IBM Cloud does not accept requests from this network address.',
	'error.address-restricted.do':
		'Work from an allowed address, or ask an account administrator to allow this one. Logging in again does not help.',
	'error.key-empty': 'The command succeeded but returned no key.',
	'error.key-empty.do':
		'Look in the console under Manage > Access (IAM) > API keys, and enter the key by hand.',
	'error.user-lacks-permissions': 'The infrastructure user is missing permissions.',
	'error.user-lacks-permissions.do':
		"See ''ibmcloud ks infra-permissions get'', and ask the account owner to grant what is missing.",
	'error.totp-required':
		'This infrastructure user needs a one-time password to log in, which the service cannot give.',
	'error.totp-required.do': 'Turn off the one-time password for this user, or select another user.',
	'error.registry-role': 'The role for Container Registry is missing.',
	'error.registry-role.do': 'Ask for the Administrator role for Container Registry.',
	'error.api-key-unusable': 'The API key of this region and resource group can no longer be used.',
	'error.api-key-unusable.do': "Ask an administrator to run ''ibmcloud ks api-key reset --region REGION''.",
	'error.cluster-not-found': 'The cluster was not found in this account and resource group.',
	'error.cluster-not-found.do': 'Check the targeted account and resource group.',
	'error.worker-orphaned': 'The credential no longer matches the worker’s account: the cluster is orphaned.',
	'error.worker-orphaned.do': 'Set the previous username and key again.',
	'error.worker-missing': 'The worker was not found.',
	'error.worker-missing.do': 'Check the permissions of the infrastructure user.',
	'error.creation-restricted': 'New classic clusters cannot be created in a region that has none.',
	'error.creation-restricted.do':
		'Select a region that already has a classic cluster, use VPC, or ask IBM for an exception in a support case.',
	'error.rate-limited': 'IBM Cloud is limiting requests.',
	'error.rate-limited.do': 'Wait a minute, then try again.',
	'error.service-unavailable': 'The service is currently unavailable.',
	'error.service-unavailable.do': 'Try again in a few minutes.',
	'error.answer-broken': 'The service’s answer broke off or was empty.',
	'error.answer-broken.do':
		'Try again in a few minutes. If it keeps happening, check for a proxy or a network sign-in page in between.',
	'error.timed-out': 'ibmcloud did not answer in time and was stopped.',
	'error.timed-out.do': 'Check the network, then try again.',
	'error.cancelled': 'The command was stopped.',
	'error.cancelled.do': 'Try again.',
	'error.killed': 'ibmcloud was killed from outside.',
	'error.killed.do': 'Try again.',
	'error.output-too-large': 'ibmcloud printed more than can be read.',
	'error.output-too-large.do': 'Type the username instead of selecting it from the list.',
	'error.api-not-sent': 'Nothing was sent to the service’s API.',
	'error.api-not-sent.do':
		"Check the address, the certificate authorities, and HTTPS_PROXY, or use the ibmcloud command instead: ''--via cli''.",
	'error.api-declined': 'The service’s API declined the request.',
	'error.api-declined.do':
		"The ibmcloud command may be able to do what the API cannot: use ''--via cli''. The key is then in the process list while it runs.",
	'error.api-no-answer': 'The service’s API did not say whether the request succeeded.',
	'error.api-no-answer.do':
		"Check what is set before you try again. You can also use the ibmcloud command: ''--via cli''.",
	'error.api-wants-refresh-token':
		'The service’s API asked for your login’s refresh token, which was not sent.',
	'error.api-wants-refresh-token.do':
		"The service would keep that token. The ibmcloud command takes care of it: use ''--via cli''.",
	'error.api-other-account':
		'Your login’s token is for another account than the one in the review, so nothing was sent.',
	'error.api-other-account.do':
		"Target the account again with ''ibmcloud target -c ACCOUNT_ID'', then start again.",
	'error.unreadable': 'ibmcloud’s answer could not be read.',
	'error.unreadable.do': 'Try again. If it keeps happening, update ibmcloud and its plug-ins.',
	'error.unknown': 'ibmcloud reported an error.',
	'error.unknown.do':
		"Read ibmcloud’s own words below, then try again. If they mention a token or a session, log in again with ''ibmcloud login''. For IBM support: ''{program} doctor --bundle''.",

	// Help of the steps
	'help.page': 'IBM page:',
	'help.example': 'Example:',
	'help.checks.what': 'Checks: is everything there that the setup needs?',
	'help.checks.why':
		'Otherwise a missing plug-in or an expired login would only show after the last question.',
	'help.checks.where': "By hand: ''ibmcloud version'', ''ibmcloud plugin list'', ''ibmcloud target''.",
	'help.checks.wrong':
		'Without the sl plug-in, or without a linked classic account, users cannot be listed; you can still type the username.',
	'help.checks.example':
		'“Example Account (classic account 1234567)” means that the users of classic account 1234567 will be listed.',
	'help.resume.what': 'Unfinished run: a change was started on this machine and did not finish.',
	'help.resume.why':
		'What is set there may be the old or the new credential. Nothing is set again without asking you.',
	'help.resume.where': "By hand: ''{program} history'', ''ibmcloud ks credential get --region REGION''.",
	'help.resume.wrong':
		'Reading the username back does not prove the key. Finishing sets the username and key again and proves them.',
	'help.resume.example':
		'the window was closed while applying. Finishing sets the same user in the remaining scopes.',
	'help.listAccount.what': 'User list: the account whose infrastructure users are listed.',
	'help.listAccount.why':
		'The username and key often belong to another classic account than the one you are logged in to.',
	'help.listAccount.where':
		"By hand: ''ibmcloud account list'', ''ibmcloud target -c ACCOUNT_ID'', ''ibmcloud sl user list'', and back again.",
	'help.listAccount.wrong':
		'Only the list comes from that account. The credential is set in the account you have targeted.',
	'help.listAccount.example':
		'the clusters are in Example Account, their machines in Old Account. List the users of Old Account, select 7654321_robot@example.com, and it is set for Example Account.',
	'help.user.what':
		'Infrastructure user: the user of the classic (SoftLayer) account in whose name machines are ordered.',
	'help.user.why':
		'Classic clusters order their machines from a classic account. The username and key decide which account pays and what can be ordered.',
	'help.user.where':
		"By hand: ''ibmcloud sl user list''. The username is the same as the VPN username, not the IBMid.",
	'help.user.wrong':
		'The list shows the users of the account you are logged in to. For another infrastructure account, type the username: 7654321_name@example.com.',
	'help.user.example':
		'in 1234567_jane@example.com, 1234567 is the classic account and jane@example.com the user in it.',
	'help.key.what':
		'API key: the classic infrastructure API key of the selected user, not an IBM Cloud API key.',
	'help.key.why':
		'The service stores the username and key together. It never gives the key out, and this program writes it to no file.',
	'help.key.where':
		"Console: Manage > Access (IAM) > API keys > Classic infrastructure API keys. By hand: ''ibmcloud sl user apikey ID --add''.",
	'help.key.wrong':
		'A user has only one key. Renewing it invalidates the old one everywhere. A key that is limited to your own IP address can fail when IBM uses it.',
	'help.key.example':
		'64 letters and digits are a classic key; 44 characters are most likely an IBM Cloud API key, which does not work here.',
	'help.region.what': 'Region: where the credential is used.',
	'help.region.why':
		'A credential belongs to one region and one resource group; every classic cluster there uses it.',
	'help.region.where':
		"By hand: ''ibmcloud ks cluster ls --provider classic'' shows where your clusters are.",
	'help.region.wrong':
		'Toronto belongs to us-east, São Paulo to us-south, Paris, Milan and Amsterdam to eu-de, Chennai and Singapore to jp-tok.',
	'help.region.example': 'your cluster runs in tor01. Type tor01, and us-east is found.',
	'help.group.what': 'Resource group: the second half of where a credential belongs.',
	'help.group.why':
		'ibmcloud uses the targeted group or, without saying so, the default one. This program always says which one.',
	'help.group.where':
		"By hand: ''ibmcloud resource groups''. The targeted one is shown by ''ibmcloud target''.",
	'help.group.wrong':
		'A credential in the wrong group affects other clusters than you meant. Your own target never changes.',
	'help.group.example':
		'you have clusters in the groups default and infra. Select both, and both get the credential.',
	'help.review.what': 'Review: everything that is about to happen. Nothing else will.',
	'help.review.why':
		'Orphaned means: the workers of a cluster stay in the account that ordered them. With a credential of another account they can no longer be reloaded, replaced, or removed. What runs on them keeps running, as far as is known.',
	'help.review.where':
		"What is set now was read with ''ibmcloud ks credential get''. “Show the commands” has what will run, to be copied.",
	'help.review.wrong':
		'The service does not give the old key out. Make sure that somebody still has it before you replace a credential.',
	'help.review.example':
		'now 1234567_jane@example.com, then 1234567_robot@example.com: the number is the same, so no cluster is orphaned.',
	'help.confirm.what': 'Confirmation: type the number of the infrastructure account that loses control.',
	'help.confirm.why':
		'Another account’s credential replaces the one that is set, so the clusters of the first account can be orphaned.',
	'help.confirm.where':
		'The number is in the question, and in front of the underscore of the username: 1234567_name@example.com.',
	'help.confirm.wrong': 'Esc goes back to the review. Nothing has been changed so far.',
	'help.confirm.example': '7654321_old@example.com is set, 1234567_jane@example.com will be. Type 7654321.',
	'help.apply.what': 'Apply: the credential is set, read back and proven, scope by scope.',
	'help.apply.why': 'A command that succeeds has not proven anything; reading the result back does.',
	'help.apply.where':
		"By hand: ''ibmcloud ks credential get --region REGION'', ''ibmcloud ks infra-permissions get --region REGION''.",
	'help.apply.wrong':
		'Ctrl-C finishes what has started and starts nothing new. A second Ctrl-C quits right away.',
	'help.apply.example':
		'“verified” says that the username was read back and the pair is proven; “key not proven” says that only the username was read back.',

	// --explain: the commands as they end
	'explain.ran': '{command}: {seconds, number} s',
	'explain.failed': '{command}: exit status {code}, {seconds, number} s',
	'explain.ended': '{command}: stopped early, {seconds, number} s',

	// --report: the run for a change ticket
	'reportFile.title': 'Change: set a classic infrastructure credential',
	'reportFile.title.unset': 'Change: remove a classic infrastructure credential',
	'reportFile.demo': 'A rehearsal with a simulated ibmcloud: nothing real was changed.',
	'reportFile.incomplete':
		'{count, plural, one {Not done: see below for the reason.} other {{done} of {count} done. See below for the others.}}',
	'reportFile.result': 'Result',
	'reportFile.who': 'Who',
	'reportFile.when': 'When (UTC)',
	'reportFile.account': 'Account',
	'reportFile.classicAccount': 'Linked classic account',
	'reportFile.username': 'Infrastructure user',
	'reportFile.key': 'Fingerprint of the key',
	'reportFile.exitStatus': 'Exit status',
	'reportFile.scopes': 'Before and after',
	'reportFile.clusters': 'Classic clusters',
	'reportFile.proof': 'How it is proven',
	'reportFile.next': 'To finish the rest',
	'reportFile.look': 'What is not known: look here',
	'reportFile.byHand': 'What is left to do by hand',
	'reportFile.risk': 'What it does',
	'reportFile.run': 'Run',
	'reportFile.undo': 'To undo what was done',
	'reportFile.script': 'The commands',
	'reportFile.script.key':
		'The script reads the API key from standard input: it is in no file and no shell history.',
	'reportFile.script.target':
		'It targets a resource group, which holds for every terminal of the operator until it is targeted back.',
	'reportFile.written': 'The report is in {path}.',
	'reportFile.notWritten': '{path} could not be written. Everything said above is still true.',

	// Status, doctor, history
	'status.column.user': 'infrastructure user',
	'status.column.clusters': 'classic clusters',
	'status.unreadable': 'not read: {reason}',
	'status.otherGroups': 'other groups',
	'status.clusterPlace': 'Where this cluster is could not be read.',
	'status.readSoFar': '{done} of {count} read',
	'status.reading': 'Reading who is set where. Every scope takes a moment...',
	'status.lookedAt': 'Account {account} ({number}), as {operator}, {time}',
	'status.asExpected': '{count, plural, one {The scope is} other {All # scopes are}} as {path} says.',
	'status.differs': '{region} / {group}: expected {expected}, found {found}',
	'bundle.unknown': 'What {program} does not know of ibmcloud yet (docs/first-contact.md):',
	'doctor.program': 'ibmcloud is {path}',
	'doctor.noAnswer': 'No usable answer from: {commands}.',
	'history.unread': 'These parts of the journal could not be read: {places}.',
	'history.empty': 'Nothing has been changed from this machine yet.',
	'history.noEnd': 'no end known',
	'history.notBegun': 'not begun',
	'history.column.before': 'Before',
	'history.column.after': 'After',
	'history.key': 'key {fingerprint}',
	'history.runNeedsReport': "''--run'' selects the run that ''--report FILE'' writes: add ''--report FILE''.",
	'history.noSuchRun':
		"There is no such run: {count, plural, =0 {none is recorded} one {one is recorded} other {# are recorded, and ''--run'' counts back from the newest, which is 1}}.",
	'history.restore': 'To restore what was there before:',
	'history.newest':
		"The newest {count, plural, one {run} other {# runs}}; all of them: ''{program} history --output json''",

	// Command line
	'usage.hint': "For more, run it with ''--help''.",
	'usage.unknownOption': "There is no option ''{name}''.",
	'usage.unknownOption.near': "There is no option ''{name}''. Did you mean ''{near}''?",
	'usage.notOfCommand': "''{command}'' has no option ''{name}''.",
	'usage.optionNotKnown': 'An option is not known.',
	'usage.unknownCommand': 'There is no such command.',
	'usage.unknownCommand.near': "There is no such command. Did you mean ''{near}''?",
	'usage.keyIsPath':
		"''{path}'' is a file. To read the API key from it, put an @ before the path: ''@{path}''?",
	'tried.key':
		"The API key comes from a file or from standard input: ''--infrastructure-api-key @FILE'' or ''--infrastructure-api-key -''.",
	'tried.json': "For JSON, use ''--output json''.",
	'tried.user': "The infrastructure user is named with ''--infrastructure-username USERNAME''.",
	'tried.yes':
		"There is no option that answers yes to everything. To see what would change, use ''--dry-run''; to change it without a question, read about ''--force'' in the help first.",
	'tried.group': "The resource group is named with ''--resource-group NAME'', or ''-g NAME''.",
	'tried.rotate':
		"To set a new API key everywhere a user is set now, run ''{program} setup --where-set'' with the same username and the new key.",
	'tried.list': "To see who is set where, run ''{program} status''; for past changes, ''{program} history''.",
	'tried.undo':
		"''{program} history'' shows each change with the command that restores what was there before. To set a user again, you need that user’s key.",
	'tried.set': "To set a credential, run ''{program} setup''.",
	'tried.whereSet':
		"''unset'' removes only from regions and resource groups that you name. ''{program} status --all'' shows where a user is set; name each place with ''--region'' and ''-g''.",
	'environmentKey.noUsername': 'IAAS_CLASSIC_API_KEY is not used: IAAS_CLASSIC_USERNAME is not set.',
	'environmentKey.otherUser':
		'IAAS_CLASSIC_API_KEY is not used: it belongs to the username in IAAS_CLASSIC_USERNAME, not to {username}.',
	'environmentKey.flag':
		"IAAS_CLASSIC_API_KEY is not used: the API key comes from ''--infrastructure-api-key''.",
	'environmentKey.demo': 'IAAS_CLASSIC_API_KEY is not used: a rehearsal takes no real key.',
	'usage.literalKey':
		"An API key on the command line would be kept in the shell history and shown in the process list, so it is refused. Use ''--infrastructure-api-key @FILE'', or ''-'' for standard input, or the environment variables IAAS_CLASSIC_USERNAME and IAAS_CLASSIC_API_KEY.",
	'usage.missing': 'No terminal to ask in. Missing: {flags}.',
	'usage.missing.variable': '{variable} is set, so nothing is asked. Missing: {flags}.',
	'usage.missing.force':
		"Without a terminal, nothing is changed unless you add ''--force''; ''--dry-run'' shows what would be done.",
	'usage.needsTerminal': 'This needs an answer that can only be given in a terminal.',
	'usage.replaceAccount':
		"An infrastructure account would lose control, and ''--force'' does not cover that. Missing: {flags}.",
	'usage.shell': 'Name one of these shells: {shells}.',
	'usage.oneOf': "The option ''--{name}'' takes one of these values: {values}.",
	'usage.concurrency': 'The number of commands side by side is a whole number from 1 to 64.',
	'usage.demoHasNoApi': "The rehearsal has no API of the service: leave ''--via api'' out.",
	'usage.givenTwice': "The option ''--{name}'' takes one value, and is given twice.",
	'usage.operand': 'An argument was given that belongs to no option.',
	'usage.reportExists': '{path} already exists, and a report does not overwrite a file. Name another file.',
	'usage.reportUnwritable': '{path} cannot be written, so nothing was started.',
	'usage.locale': "The value of ''--locale'' is no language: use one such as en or de_DE.",
	'usage.noValue': "The option ''--{name}'' takes no value.",
	'usage.needsValue':
		"The option ''--{name}'' needs a value: ''--{name} {placeholder}''. A value that begins with '-' is joined with '='.",
	'usage.unknownScenario': 'There is no scenario of that name. These are known: {names}.',
	'usage.fileHasScopes': "The file given with ''{option}'' already says which scopes: leave out {flags}.",
	'usage.keyOfUser':
		"With ''--from'', ''--infrastructure-api-key'' takes USERNAME=@FILE for a user of the file, once each: {users}.",
	'file.directory': '{path} is a directory, not a file.',
	'file.device': '{path} is a device, not a file.',
	'file.unreadable': '{path} could not be read.',
	'file.too-large': '{path} is longer than 4 MB: no document of status is.',
	'file.timed-out':
		'{path} did not deliver a complete document within 10 seconds. Check what writes to it, then try again.',
	'file.notJson': "{path}, {place}: expected the JSON document that ''status --output json'' prints.",
	'file.form': '{path}, {place}: expected a value of the type {expected}.',
	'file.oneOf': '{path}, {place}: expected {expected}.',
	'file.unknownField': '{path}, {place}: expected no such field; the fields here are {fields}.',
	'file.empty': '{path}, {place}: expected at least one scope.',
	'file.twice': '{path}, {place}: expected each scope once; this one stands at {first} already.',
	'file.unread':
		'{path}, {place}: expected a username or none; this could not be read when the file was written.',
	'file.username': '{path}, {place}: expected an infrastructure username.',
	'file.otherAccount': '{path}, {place}: expected {account}, the account that is targeted.',
	'file.noGroup': '{path}, {place}: expected the ID of a resource group that you may see in this account.',
	'file.groupName': '{path}, {place}: expected {name}, as the group of that ID is called.',
	'keySource.terminal':
		'Standard input is the terminal, so no key can be read from it. Leave the option out, and you will be asked for the key without it being shown.',
	'keySource.directory': '{path} is a directory, not a file with a key.',
	'keySource.device': '{path} is a device, not a file with a key.',
	'keySource.unreadable': '{path} could not be read.',
	'keySource.tooLarge': 'More than 64 KB arrived where one API key was expected.',
	'keySource.timedOut': 'No key arrived within a minute.',
	'keySource.severalLines': 'More than one line arrived where one API key was expected.',
	'keySource.empty': 'The source of the API key is empty.',
	'keySource.readableByOthers':
		"Other users of this machine can read {path}. To fix it, run ''chmod 600 {path}''.",
	'crash.sentence': '{program} stopped because of an internal error ({name}).',
	'crash.do': "Run ''{start}'' again to see what is set now.",
	'output.failed':
		"Not everything could be printed ({code}). What was changed is changed: see ''{program} history''.",

	// What is said on every screen
	'ui.elapsed': '({seconds, number} s)',
	'ui.rail': 'Step {number} of {count}: {title}',
	'ui.running': '{command} ...',
	'ui.filter': 'Type to filter:',
	'ui.count': '{count, number} of {total, number}',
	'ui.marked': '{count, number} marked',
	'ui.total': '{total, number} in all',
	'ui.nothingFound': 'Nothing here matches “{text}”.',
	'ui.nothingToChoose': 'No entry is selected. Press Esc to see the whole list again.',
	'ui.keyRefused': 'That looks like an API key. It was not taken, because this field is visible.',
	'ui.secret.empty': 'Paste or type it; never shown',
	'ui.secret.sample': 'Enter takes the sample key',
	'ui.lastTime': 'last time',
	'ui.setFromHere': 'set from here on {date}',
	'ui.showRest': 'Show the rest ({number}/{count})',
	'ui.smallWindow':
		'This window is too small: make it at least {columns} columns wide and {rows} rows high. Nothing is lost.',
	'ui.sign.enter': 'Enter',
	'ui.sign.mark': 'Space',
	'ui.sign.clear': 'Ctrl-U',
	'ui.sign.page': 'PgUp/PgDn',
	'ui.sign.quit': 'Ctrl-C',
	'ui.key.choose': 'choose',
	'ui.key.confirm': 'continue',
	'ui.key.takeRow': 'takes the highlighted row',
	'ui.key.continue': 'continue',
	'ui.key.mark': 'mark',
	'ui.key.move': 'move',
	'ui.key.back': 'back',
	'ui.key.clear': 'clear',
	'ui.key.clearFilter': 'clear filter',
	'ui.key.close': 'close help',
	'ui.key.help': 'help',
	'ui.key.quit': 'quit',
	'ui.key.scroll': 'scroll',

	// Line mode
	'lineMode.words':
		'At any time: back goes back one step, ? explains, again repeats, quit ends the session. Type the word and press Enter.',
	'lineMode.word.back': 'back',
	'lineMode.word.help': 'help',
	'lineMode.word.quit': 'quit',
	'lineMode.word.more': 'more',
	'lineMode.word.again': 'again',
	'lineMode.heading.demo': 'DEMO, {step}',
	'lineMode.field.confirm': 'Confirmation',
	'lineMode.entry': '{number}. {text}',
	'lineMode.first': '{count, number} entries; these are the first {shown, number}:',
	'lineMode.narrow':
		'Type a number to select, part of a name to narrow the list, or more to hear the next entries.',
	'lineMode.narrowed':
		'{count, plural, =0 {Nothing in the list matches} one {One entry matches} other {# entries match}} “{text}”:',
	'lineMode.guessed': '“{text}” was taken as: {names}',
	'lineMode.ask': '{what}:',
	'lineMode.ask.default': '{what} (Enter takes {default}):',
	'lineMode.ask.action': 'Number:',
	'lineMode.ask.name': 'Number, or the name in full',
	'lineMode.ask.one': 'Number, or part of a name',
	'lineMode.ask.several': 'Numbers or names, separated by spaces',
	'lineMode.ask.secret': '{what} (not shown as you type):',
	'lineMode.ask.secretSample': '{what} (not shown as you type; Enter takes the sample key):',
	'lineMode.ask.secretAgain': '{what} (Enter takes it anyway, or enter it again):',
	'lineMode.error': '{field}: {reason}',
	'lineMode.nothingTyped': 'Nothing was typed, and there is no default.',
	'lineMode.noSuchNumber':
		'{count, plural, one {The only number here is 1.} other {Type a number from 1 to #.}}',
	'lineMode.noMatch': 'Nothing in the list matches “{text}”.',
	'lineMode.noBack': 'There is no step to go back to.',
	'lineMode.noMore': 'There is no more to hear.',
	'lineMode.stillReading': 'Still reading: {command} ({seconds, number} s)',
	'lineMode.stillChecking': 'Still checking: {checks} ({seconds, number} s)',
	'lineMode.stillApplying': 'Still at {scope}: {what} ({seconds, number} s)',
	'lineMode.instead.region.hint':
		'The regions that host classic clusters. You can select several. A data center such as tor01 finds its region.',
	'lineMode.instead.group.hint':
		'A credential belongs to one region and one resource group. You can select several.',
	'lineMode.instead.help.confirm.where':
		'The number is in the question, and in front of the underscore of the username.',
	'lineMode.instead.help.confirm.wrong': 'back goes back to the review. Nothing has been changed so far.',
} as const;
