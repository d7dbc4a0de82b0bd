import {translation} from '../catalogue.ts';

/** German, formal and short. Names of commands, flags, roles and menus of the console stay as IBM writes them. */
export const german = translation({
	// The program
	'program.title': 'classic-credentials',
	'program.subtitle': 'Berechtigungsnachweise der klassischen IBM Cloud-Infrastruktur',
	'program.demo': 'ÜBUNG: nichts Echtes ändert sich',
	'program.checking': 'Geprüft werden ibmcloud, seine Plug-ins, die Anmeldung und was gesetzt ist...',

	// Values as they are
	'value.plain': '{value}',
	'value.list': '{values}',
	'value.none': '-',

	// What was checked and answered, a line each
	'answered.ready': 'Bereit',
	'answered.login':
		'{user}{account, select, none {} other { im Konto {account}}}{number, select, none {} other { ({number})}}',
	'answered.user': 'Benutzer',
	'answered.key': 'Fingerabdruck {fingerprint}',
	'answered.accepted': 'Fingerabdruck {fingerprint}, angenommen von {host}',
	'answered.rejected': 'Fingerabdruck {fingerprint}, abgelehnt von {host}',
	'answered.scopes': 'Bereiche',
	'answered.places': '{regions} / {groups}',

	// Where an answer came from that was not given in this session
	'source.flag': '(Option)',
	'source.environment': '(Umgebung)',
	'source.journal': '(aus dem letzten Lauf)',
	'source.sample': '(Beispiel)',

	// Titles of the rail
	'rail.checks': 'Prüfungen',
	'rail.review': 'Überblick',
	'rail.apply': 'Anwenden',

	// Checks
	'check.cli': 'ibmcloud',
	'check.container-service': 'Plug-in container-service',
	'check.sl': 'Plug-in sl',
	'check.login': 'Anmeldung',
	'check.account': 'Konto',
	'check.group': 'Ressourcengruppe',
	'check.region': 'Region',
	'check.labelled': '{label}:',
	'check.running': 'wird geprüft...',
	'check.runningOf': '{label}: wird geprüft... {done} von {count} fertig',
	'check.cli.found': 'Version {version}',
	'check.cli.unsafe':
		'Es wird nicht gestartet, weil jemand anders ändern kann, was auf dem Weg dorthin liegt: {hop}',
	'check.cli.currentDirectory': '{path} wird nicht gestartet, weil es im aktuellen Verzeichnis liegt.',
	'check.cli.unknownVersion': 'gefunden, die Version konnte nicht gelesen werden',
	'check.plugin.found': 'Version {version}',
	'check.plugin.unknown': 'die Liste der Plug-ins konnte nicht gelesen werden',
	'check.container-service.missing': 'Das Plug-in container-service ist nicht installiert.',
	'check.sl.missing': 'nicht installiert; der Benutzername wird eingegeben',
	'check.login.as': '{user}',
	'check.login.unconfirmed': "{user}, laut Konfiguration; ''ibmcloud target'' gab keine brauchbare Antwort",
	'check.login.doubtful':
		'{user}; nicht sicher: ein Befehl ist so gescheitert wie bei einer abgelaufenen Sitzung',
	'check.login.none': 'Sie sind nicht bei IBM Cloud angemeldet.',
	'check.afterCli': 'bekannt, sobald ibmcloud da ist',
	'check.afterLogin': 'nach der Anmeldung bekannt',
	'check.account.none': 'kein Konto ist als Ziel festgelegt',
	'check.account.linked': '{name} (klassisches Konto {number})',
	'check.account.notLinked': '{name} (kein klassisches Konto verknüpft)',
	'check.account.unknownLink': '{name} (verknüpftes klassisches Konto nicht bekannt)',
	'check.group.none': 'keine ist als Ziel festgelegt; sie wird erfragt',
	'check.region.none': 'keine ist als Ziel festgelegt; sie wird erfragt',
	'check.users': 'Infrastrukturbenutzer',
	'check.users.found':
		'{count, plural, one {# Benutzer ist aufgelistet} other {# Benutzer sind aufgelistet}}',
	'check.users.unknown': 'die Liste konnte nicht gelesen werden; ein Benutzername lässt sich eingeben',
	'blocker.remedy': 'Was zu tun ist:',
	'blocker.lookedAgain':
		'{count, plural, one {Noch einmal geprüft, mit diesem Ergebnis.} other {Noch # Mal geprüft, mit diesem Ergebnis.}}',

	// Actions
	'action.retry': 'Noch einmal versuchen',
	'action.checkAgain': 'Noch einmal prüfen',
	'action.demo': 'Mit einem simulierten ibmcloud üben (--demo)',
	'action.install': 'Jetzt installieren: ibmcloud plugin install {plugin}',
	'action.login': 'Jetzt anmelden: {command}',
	'action.loginAgain': 'Neu anmelden: {command}',
	'action.loginSso': 'Mit Single Sign-on anmelden (--sso)',
	'action.retryPair': 'Benutzername und Schlüssel noch einmal prüfen',
	'action.createKey': 'API-Schlüssel von {username} erstellen',
	'action.useMadeKey': 'Den für {username} erstellten API-Schlüssel verwenden',
	'action.noKey': 'Diesen Schlüssel habe ich nicht',
	'action.otherAccount': 'Benutzer eines anderen Kontos',
	'action.apply': 'Anwenden',
	'action.applyUnset': 'Berechtigungsnachweis entfernen',
	'action.applyKept':
		'{count, plural, one {Den einen anwenden, der kein Konto wechselt} other {Die # anwenden, die kein Konto wechseln}}',
	'action.applyAll': 'Alle {count} anwenden ({names} ist einzugeben)',
	'action.applyUnsetKept':
		'{count, plural, one {Den einen entfernen, der wieder gesetzt werden kann} other {Die # entfernen, die wieder gesetzt werden können}}',
	'action.applyUnsetAll': 'Alle {count} entfernen ({names} ist einzugeben)',
	'action.showCommands': 'Die Befehle zeigen',
	'action.backToReview': 'Zurück zum Überblick',
	'action.nothingToDo': 'Beenden: es ist nichts zu tun',
	'action.writer.api': 'Die API nutzen: kein Schlüssel in der Prozessliste',
	'action.writer.cli': 'Den Befehl ibmcloud nutzen',
	'action.change.user': 'Infrastrukturbenutzer ändern',
	'action.change.key': 'API-Schlüssel neu eingeben',
	'action.change.keys': 'Die API-Schlüssel neu eingeben',
	'action.change.region': 'Region ändern',
	'action.change.group': 'Ressourcengruppe ändern',
	'action.quit': 'Beenden',
	'action.quitUnchanged': 'Beenden, ohne etwas zu ändern',
	'action.retryFailed':
		'{count, plural, one {Den fehlgeschlagenen noch einmal versuchen} other {Die # fehlgeschlagenen noch einmal versuchen}}',
	'action.sendRefreshToken':
		'Auch das Refresh-Token der Anmeldung senden, das der Service behält, und noch einmal versuchen',
	'action.finish': 'Fertig',
	'action.undo': 'Rückgängig machen: {usernames} wieder setzen',
	'action.restore':
		'Wiederherstellen, was bis {time} {count, plural, one {in {scopes}} other {in # Bereichen}} gesetzt war ({usernames})',
	'action.oldKey': 'Schlüssel von {username} eingeben, um rückgängig machen zu können',
	'action.endDryRun': 'Testlauf beenden',

	// Step: a run that died in the middle
	'resume.title': 'Nicht abgeschlossener Lauf',
	'resume.question': 'Der letzte Lauf wurde nicht abgeschlossen. Was möchten Sie tun?',
	'resume.when': 'Er begann am {time}, um {user} zu setzen.',
	'resume.when.unset': 'Er begann am {time}, um einen Berechtigungsnachweis zu entfernen.',
	'resume.begun.reading': 'Begonnen, Ergebnis unbekannt; was jetzt gesetzt ist, wird gelesen: {scopes}.',
	'resume.begun.unreadable':
		'Begonnen, Ergebnis unbekannt; was jetzt gesetzt ist, konnte nicht gelesen werden: {scopes}.',
	'resume.begun.set': 'Begonnen, Ergebnis unbekannt; {user} ist dort jetzt gesetzt: {scopes}.',
	'resume.begun.other':
		'Begonnen, Ergebnis unbekannt; ein anderer Benutzer ist dort jetzt gesetzt: {scopes}.',
	'resume.begun.none': 'Begonnen, Ergebnis unbekannt; dort ist jetzt keiner gesetzt: {scopes}.',
	'resume.planned': 'Nicht begonnen: {scopes}.',
	'resume.ended': '{count, plural, one {# Bereich ist fertig.} other {# Bereiche sind fertig.}}',
	'resume.notice':
		"Der letzte Lauf ({time}) wurde nicht abgeschlossen: {scopes}. Siehe ''{program} history''. So wird er abgeschlossen:",
	'resume.finish': 'Die übrigen Bereiche abschließen (nach dem Schlüssel werden Sie gefragt)',
	'resume.finish.answer': 'Die übrigen Bereiche abschließen',
	'resume.afresh': 'So lassen und neu anfangen',

	// Step: whose users are listed
	'listAccount.title': 'Benutzerliste',
	'listAccount.question': 'Die Benutzer welches Kontos sollen aufgelistet werden?',
	'listAccount.hint':
		'Die Konten Ihrer Anmeldung. Ihr eigenes Ziel ändert sich nicht: gelesen wird in einer privaten Kopie der Konfiguration.',
	'listAccount.none': 'Kein Konto passt.',
	'listAccount.targeted': 'Ziel',

	// Step: infrastructure user
	'user.title': 'Benutzer',
	'user.question': 'Welchen Infrastrukturbenutzer soll dieser Berechtigungsnachweis verwenden?',
	'user.questionTyped': 'Wie lautet der Infrastrukturbenutzername?',
	'user.otherAccount.apiKeyLogin':
		'Ihre Anmeldung mit einem API-Schlüssel listet nur Benutzer dieses Kontos auf.',
	'user.form':
		'Meist die Nummer des klassischen Kontos, ein Unterstrich und eine E-Mail-Adresse: 1234567_name@example.com.',
	'user.largeList':
		'Dieses Konto hat {count, number} Benutzer. Einen Teil des Namens eingeben, um einen zu finden.',
	'user.unreadable': 'unlesbarer Name, nicht wählbar',
	'user.leftOut':
		'{count, plural, one {Ein Benutzer fehlt} other {# Benutzer fehlen}} in der Liste: kein Name, der gezeigt werden kann.',
	'user.noneListed': 'Sie haben keine Berechtigung, Benutzer dieses Kontos zu sehen.',
	'user.asTyped': '„{text}“ wie eingegeben nehmen',
	'user.empty': 'Zuerst den Infrastrukturbenutzernamen eingeben.',
	'user.looksLikeKey':
		'Das sieht nach einem API-Schlüssel aus, nicht nach einem Benutzernamen. Es wurde nicht behalten. Nach dem Schlüssel wird im nächsten Schritt gefragt.',
	'user.unusableCharacters':
		'Ein Benutzername hat nur lateinische Buchstaben, Ziffern und Satzzeichen, und keinen Zeilenumbruch.',
	'user.unusualForm':
		'„{username}“ sieht nicht wie ein Infrastrukturbenutzername aus (1234567_name@example.com). Die E-Mail-Adresse einer IBMid allein ist meist keiner.',
	'user.doubtful':
		'„{username}“ steht in keiner Liste und sieht nicht wie ein Infrastrukturbenutzername aus (1234567_name@example.com). Noch einmal Eingabe drücken, um es wie eingegeben zu nehmen.',
	'user.hasKey': 'hat Schlüssel',
	'user.hasNoKey': 'ohne Schlüssel',
	'user.status': '{status}',
	'user.listSkipped.noPlugin': 'Das Plug-in sl ist nicht installiert; Benutzer lassen sich nicht auflisten.',
	'user.listSkipped.privateEndpoint':
		'Ihre Anmeldung nutzt einen privaten Endpunkt, an dem das Plug-in sl nicht arbeitet; Benutzer lassen sich nicht auflisten.',
	'user.listSkipped.noClassicAccount':
		'Mit Ihrem Konto ist kein klassisches Konto verknüpft; es gibt keine Benutzer aufzulisten.',

	// Step: API key
	'key.title': 'API-Schlüssel',
	'keys.title': 'API-Schlüssel',
	'oldKeys.title': 'Alter Schlüssel',
	'oldKeys.hint':
		'Er wird bis zum Ende dieser Sitzung behalten und nur verwendet, wenn Sie den Lauf rückgängig machen.',
	'oldKeys.unchecked':
		'Der Schlüssel von {username} wurde nicht geprüft: Damit lässt sich der Lauf nicht rückgängig machen.',
	'oldKeys.useless':
		'{host} hat den Schlüssel von {username} abgelehnt: Damit lässt sich der Lauf nicht rückgängig machen.',
	'key.question': 'Wie lautet der API-Schlüssel der klassischen Infrastruktur von {username}?',
	'key.willBeChecked': '{host} prüft ihn, bevor etwas gesetzt wird.',
	'key.oneOnly': 'Ein neuer Schlüssel wird sofort verwendet und nie gezeigt.',
	'key.creating': 'Der API-Schlüssel wird erstellt...',
	'key.lost':
		'Es kam keine Antwort: ob {username} jetzt einen API-Schlüssel hat, ist nicht bekannt. Er kann noch entstehen.',
	'key.lost.exists':
		'Es kam keine Antwort, aber die Liste sagt jetzt, dass {username} einen API-Schlüssel hat.',
	'key.look': 'Wer den Benutzer verwalten darf, sieht den Schlüssel mit:',
	'key.empty': 'Zuerst den API-Schlüssel einfügen oder eintippen.',
	'key.nothing': 'noch nichts',
	'key.described': '{count, plural, one {# Zeichen} other {# Zeichen}}, Fingerabdruck {fingerprint}',
	'key.removed.lineBreaks': 'herausgenommen: {count, plural, one {# Zeilenumbruch} other {# Zeilenumbrüche}}',
	'key.removed.spaces': 'herausgenommen: {count, plural, one {# Leerzeichen} other {# Leerzeichen}}',
	'key.removed.invisible':
		'herausgenommen: {count, plural, one {# unsichtbares Zeichen} other {# unsichtbare Zeichen}}',
	'key.removed.name': 'herausgenommen: der Name und das = davor',
	'key.removed.quotes': 'herausgenommen: die Anführungszeichen darum',
	'key.short':
		'Nur {count, plural, one {# Zeichen} other {# Zeichen}}. Ein API-Schlüssel der klassischen Infrastruktur ist meist 64 Zeichen lang.',
	'key.looksLikeIbmCloudKey':
		'Das sieht nach einem IBM Cloud-API-Schlüssel aus (44 Zeichen). Ein API-Schlüssel der klassischen Infrastruktur ist meist 64 Zeichen lang.',
	'key.userHasNone': '{username} hat laut Liste keinen klassischen API-Schlüssel.',

	// The ways to a key that the operator does not have
	'noKey.question': 'Woher bekommen Sie den API-Schlüssel von {username}?',
	'noKey.see':
		'Der Benutzer sieht ihn in der Konsole: Manage > Access (IAM) > API keys > Classic infrastructure API keys. Wer den Benutzer verwalten darf, sieht ihn mit:',
	'noKey.make': 'Dieselben können auch einen neuen erstellen:',
	'noKey.ends':
		"Damit gilt der alte Schlüssel sofort nirgends mehr, auch wenn das Erstellen scheitert. Den neuen überall setzen: ''{command}''.",
	'noKey.enter': 'Den API-Schlüssel eingeben',

	// Quit, where answers would be lost
	'quit.question': 'Beenden und die Antworten verwerfen?',
	'quit.stay': 'Nein, zurück',
	'quit.quit': 'Ja, beenden',

	// Step: region
	'region.title': 'Region',
	'region.question': 'In welcher Region?',
	'region.hint': 'Ein Rechenzentrum wie tor01 findet seine Region.',
	'region.all': 'Alle Regionen',
	'region.clusters': '{count, plural, one {# Cluster} other {# Cluster}}',
	'region.none': 'Keine Region passt.',
	'region.targeted': 'Ziel',
	'region.targetedHasNoClassic':
		'Ihre Zielregion {region} hat keine klassischen Cluster und steht deshalb nicht in der Liste.',
	'region.several': "Ein ''--region'' nimmt eine Region. Für mehrere wiederholen Sie es: ''{options}''.",
	'region.near':
		"„{region}“ ist keine der Regionen mit klassischen Clustern: {regions}. Meinten Sie ''{near}''?",
	'region.unknown': '„{region}“ ist keine der Regionen mit klassischen Clustern: {regions}.',

	// Step: resource group
	'group.title': 'Ressourcengruppe',
	'group.question': 'In welcher Ressourcengruppe?',
	'group.hint': 'Ein Berechtigungsnachweis gehört zu einer Region und einer Ressourcengruppe.',
	'group.none': 'Keine Ressourcengruppe passt.',
	'group.targeted': 'Ziel',
	'group.default': 'Standard des Kontos',
	'group.notFound': 'Eine Ressourcengruppe „{name}“, die Sie sehen dürfen, gibt es nicht.',

	// The pair
	'pair.valid': '{host} nimmt Benutzername und Schlüssel an.',
	'pair.validFor': '{host} nimmt das Paar an, für das klassische Konto {account}.',
	'pair.allValid': '{host} nimmt alle {count} Benutzernamen mit ihren Schlüsseln an.',
	'pair.refusedFor':
		"{host} hat {username} mit diesem Schlüssel abgelehnt. Entweder passen sie nicht zusammen, oder der Benutzer ist auf andere IP-Adressen beschränkt.{flag, select, none {} other { ''{flag}'' setzt sie trotzdem.}}",
	'pair.refused':
		"{host} hat Benutzername und Schlüssel abgelehnt. Entweder passen sie nicht zusammen, oder der Benutzer ist auf andere IP-Adressen beschränkt.{flag, select, none {} other { ''{flag}'' setzt sie trotzdem.}}",
	'pair.skipped.turned-off': 'Benutzername und Schlüssel wurden nicht geprüft, wie gewünscht.',
	'pair.skipped.private-endpoint':
		'Benutzername und Schlüssel wurden nicht geprüft: Ihre Anmeldung nutzt einen privaten Endpunkt.',
	'pair.skipped.network': 'Benutzername und Schlüssel wurden nicht geprüft: {host} war nicht erreichbar.',
	'pair.skipped.timed-out':
		'Benutzername und Schlüssel wurden nicht geprüft: {host} hat nicht rechtzeitig geantwortet.',
	'pair.skipped.cancelled': 'Benutzername und Schlüssel wurden nicht geprüft: die Prüfung wurde abgebrochen.',
	'pair.skipped.tls':
		'Benutzername und Schlüssel wurden nicht geprüft: das Zertifikat von {host} ließ sich nicht bestätigen.',
	'pair.skipped.answer-too-large':
		'Benutzername und Schlüssel wurden nicht geprüft: die Antwort von {host} war zu lang.',
	'pair.skipped.refused-url':
		'Benutzername und Schlüssel wurden nicht geprüft: die Adresse {host} ist nicht nutzbar.',
	'pair.skipped.unusable-characters':
		'Benutzername und Schlüssel wurden nicht geprüft: eines davon hat Zeichen, die sich nicht senden lassen.',
	'pair.skipped.rate-limited':
		'Benutzername und Schlüssel wurden nicht geprüft: {host} verlangt weniger Anfragen.',
	'pair.skipped.service-unavailable':
		'Benutzername und Schlüssel wurden nicht geprüft: {host} ist nicht verfügbar.',
	'pair.skipped.redirected':
		'Benutzername und Schlüssel wurden nicht geprüft: {host} verwies anderswohin, und der Schlüssel geht nicht mit.',
	'pair.skipped.unreadable':
		'Benutzername und Schlüssel wurden nicht geprüft: die Antwort von {host} konnte nicht gelesen werden.',
	'pair.demoHost': 'api.softlayer.com (simuliert)',
	'pair.foreignAccount':
		'Der Benutzer gehört zum klassischen Konto {account}; Ihr Konto ist mit {linked} verknüpft.',
	'pair.otherAccount': 'Das Paar öffnet das klassische Konto {opened}, gemeint war aber {intended}.',
	'pair.foreignHost': 'Benutzername und Schlüssel gehen an {host}; das ist kein Host von IBM.',
	'whereSet.nowhere': '{username} ist in diesem Konto nirgends gesetzt, also gibt es nichts zu erneuern.',

	// Review
	'review.scope': '{region} / {group}',
	'review.nothing': 'Nichts ist zu ändern.',
	'review.reading': '{count, plural, one {# Bereich} other {# Bereiche}}, bisher {read} gelesen',
	'review.totals': '{count} Bereiche: {kinds}',
	'total.orphans':
		'{count, plural, one {# kann Cluster verwaisen lassen} other {# können Cluster verwaisen lassen}}',
	'total.other-account':
		'{count, plural, one {# wechselt das Infrastrukturkonto} other {# wechseln das Infrastrukturkonto}}',
	'total.unknown':
		'{count, plural, one {# konnte nicht gelesen werden} other {# konnten nicht gelesen werden}}',
	'total.other-user':
		'{count, plural, one {# ersetzt einen Benutzer desselben Kontos} other {# ersetzen einen Benutzer desselben Kontos}}',
	'total.unset.other-user':
		'{count, plural, one {# bleibt beim selben Konto} other {# bleiben beim selben Konto}}',
	'total.rotation': '{count, plural, one {# erneuert den Schlüssel} other {# erneuern den Schlüssel}}',
	'total.first':
		'{count, plural, one {# erhält den ersten Berechtigungsnachweis} other {# erhalten den ersten Berechtigungsnachweis}}',
	'total.restores': '{count, plural, one {# stellt wieder her} other {# stellen wieder her}}, was dort war',
	'total.nothing': '{count, plural, one {# ändert sich nicht} other {# ändern sich nicht}}',
	'review.withKey': '{username}, Schlüssel {fingerprint}',
	'review.waiting': 'Gelesen wird: {command}',
	'review.creationRestricted': 'Kein klassischer Cluster in {regions}: neue sind dort nicht möglich (E501e).',
	'review.clustersUnreadable':
		'Die klassischen Cluster ließen sich nicht auflisten; welche betroffen sind, ist nicht bekannt.',
	'review.changed':
		'Seit der Prüfung geändert: {reviewed, select, none {es war keiner gesetzt} other {es war {reviewed}}}. Nichts wurde geschrieben.',
	'review.notCurrent':
		"Nichts wurde geändert: ''--if-current'' verlangt {demanded}, und etwas anderes ist gesetzt in {scopes}.",
	'review.commands': 'Was ausgeführt wird:',
	'review.wayBack': 'Um dies rückgängig zu machen, braucht es den Schlüssel von {usernames}.',
	'review.wayBack.held':
		'Dies kann am Ende rückgängig gemacht werden: bis dahin wird der Schlüssel von {usernames} behalten.',
	'review.processList':
		"Solange es läuft, können andere hier den Schlüssel lesen (Prozessliste). ''--via api'' vermeidet das.",
	'review.apiUnseen': 'Die API ist noch nie gegen den echten Service erprobt worden.',
	'review.foreignApi':
		'Benutzername, Schlüssel und das Token Ihrer Anmeldung gehen an {host}; das ist kein Host von IBM.',
	'present.reading': 'wird gelesen...',
	'present.unreadable': 'konnte nicht gelesen werden',
	'present.none': 'Standard: verknüpftes Konto{number, select, none {} other { {number}}}',
	'does.orphans': 'kann verwaisen',
	'does.other-account': 'anderes Konto',
	'does.unknown': 'nicht bekannt',
	'does.other-user': 'dasselbe Konto',
	'does.rotation': 'neuer Schlüssel',
	'does.first': 'der erste',
	'does.restores': 'stellt {account} wieder her',
	'does.nothing': 'keine Änderung',
	'effect.first': 'Erster Berechtigungsnachweis hier, für das verknüpfte Konto.',
	'effect.rotation': 'Derselbe Benutzer: nur der Schlüssel wird erneuert.',
	'effect.again':
		'Derselbe Benutzer und Schlüssel, am {date} von hier aus gesetzt: er wird trotzdem noch einmal gesetzt.',
	'effect.other-user': 'Ein anderer Benutzer desselben Infrastrukturkontos.',
	'effect.other-account': 'Ein anderes Infrastrukturkonto, oder eines, das nicht bekannt ist.',
	'effect.other-account.known':
		'Ein anderes Infrastrukturkonto: {to, select, none {eines, das nicht bekannt ist,} other {{to}}} statt {from}.',
	'effect.restores': 'Stellt Konto {account} wieder her, das hier bis {time} gesetzt war.',
	'effect.unset.nothing': 'Hier ist keiner gesetzt; nichts ändert sich.',
	'effect.unset.sameAccount': 'Danach gilt das verknüpfte Konto; es ist dasselbe.',
	'effect.unset.otherAccount':
		'Danach gilt das mit Ihrem verknüpfte Konto; es ist ein anderes oder nicht bekannt.',
	'effect.unknown': 'Was dies ändert, ist nicht bekannt.',

	// The table of scopes
	'column.scope': 'Bereich',
	'column.now': 'jetzt',
	'column.new': 'neu',
	'column.afterwards': 'danach',
	'column.clusters': 'Cluster',
	'column.clustersHere': 'Klassische Cluster hier',
	'column.change': 'jetzt → neu',
	'table.change': '{before} → {after}',
	'table.labelled': '{label}:',
	'table.none': 'keiner',
	'table.leftOut': 'In den Namen nicht wiederholt: {parts}',
	'table.more': '{count} weitere wie dieser: {groups}',
	'table.inGroup': '{count}-mal in {group}',

	// Typed confirmation
	'confirm.question': 'Zum Bestätigen {expected} eingeben',
	'confirm.noWayBack':
		'Nur der Schlüssel von {usernames} kann das rückgängig machen, und der Service gibt ihn nicht heraus.',
	'confirm.mismatch': 'Das ist nicht „{expected}“. Nichts wurde geändert.',
	'takeover.accounts': '{scopes}: Konto {from} verliert die Kontrolle an {to}.',
	'takeover.restores':
		'{scopes}: zurück zu Konto {to}, das hier bis {time} gesetzt war; {from} verliert die Kontrolle.',
	'takeover.clusters': 'Können verwaisen („incorrect account for worker“): {clusters}.',
	'takeover.clustersUnreadable':
		'Die klassischen Cluster ließen sich nicht auflisten: jeder, der dort ist, kann verwaisen.',
	'takeover.wayBack.unset': 'Um dies rückgängig zu machen, den neuen Berechtigungsnachweis entfernen.',
	'takeover.losesKey':
		'{scopes}: der Schlüssel von {username} wird aufgegeben und lässt sich nicht mehr auslesen.',

	// Apply and prove
	'apply.pending': 'wartet',
	'apply.reading': 'wird noch einmal geprüft...',
	'apply.setting': 'wird gesetzt...',
	'apply.readingBack': 'gesendet; wird zurückgelesen...',
	'apply.count': '{done} von {count} fertig',
	'apply.running':
		'{done} von {count} fertig. Jetzt: {region} / {group}{more, plural, =0 {} one { und # weiterer} other { und # weitere}}',
	'apply.leaving':
		'Was begonnen hat, wird beendet und zurückgelesen; nichts Neues beginnt. Noch einmal Strg-C beendet sofort.',
	'result.verified': 'verifiziert: {username} ({seconds, number} s)',
	'result.set-not-proven': 'auf {username} gesetzt; Benutzername zurückgelesen; Schlüssel nicht nachgewiesen',
	'result.other-account-in-force': 'auf {username} gesetzt, aber es gilt Konto {inForce}, nicht {expected}',
	'result.other-account-in-force.do':
		'Maschinen werden aus dem geltenden Konto bestellt. In ein paar Minuten noch einmal nachsehen; bleibt es so, den richtigen Berechtigungsnachweis setzen.',
	'result.changed-since-review':
		'nicht geändert: bei der Prüfung war {reviewed, select, none {keiner} other {{reviewed}}} gesetzt, jetzt ist es {found, select, none {keiner} other {{found}}}',
	'result.changed-since-review.do':
		'Jemand anderes hat es inzwischen geändert. Noch einmal ausführen, um zu sehen, was jetzt ersetzt würde.',
	'result.differs': 'anderes zurückgelesen: {expected} wurde gesetzt, aber {found} gilt',
	'result.differs.none': 'anderes zurückgelesen: {expected} wurde gesetzt, aber keiner gilt',
	'result.differs.notRemoved': 'anderes zurückgelesen: es wurde entfernt, aber {found} gilt noch',
	'result.removed': 'entfernt: keiner ist mehr gesetzt ({seconds, number} s)',
	'result.nothing-to-do': 'keiner ist gesetzt, es war nichts zu tun',
	'result.before': 'Vorher: {username}',
	'result.not-current':
		"nicht geändert: ''--if-current'' verlangt {demanded, select, none {none} other {{demanded}}}, gesetzt ist aber {found, select, none {keiner} other {{found}}}",
	'result.differs.do':
		"Jemand anders kann es geändert haben, oder der Service braucht länger. ''{start}'' noch einmal starten, um zu sehen, was jetzt gesetzt ist.",
	'result.wrong-group':
		'falsche Gruppe: die API änderte {group} statt {named}; dort ist jetzt {now, select, none {keiner} other {{now}}} gesetzt, vorher war es {was, select, none {keiner} other {{was}}}',
	'result.wrong-group.do':
		"Die API folgt der genannten Gruppe nicht. {group} wieder so setzen, wie es war, und {named} mit ''--via cli'' ändern.",
	'result.target-changed.notSet':
		'abgebrochen: das Ziel wechselte in einem anderen Terminal von {from} zu {to}; hier wurde nichts gesetzt',
	'result.target-changed.set':
		'Gruppe unbekannt: das Ziel wechselte von {from} zu {to}, während gesetzt wurde; beide Gruppen prüfen',
	'result.failed.set': 'gesetzt, aber nicht zurückzulesen',
	'result.failed.notSet': 'nicht gesetzt',
	'result.unknown': 'nicht bekannt: es wurde nicht beendet, und was gesetzt ist, ließ sich nicht lesen',
	'result.unknown.asBefore':
		'nicht bekannt: zuletzt war noch gesetzt, was vorher dort war, aber die Änderung kann noch ankommen',
	'result.not-started': 'nicht begonnen, hier wurde nichts geändert',
	'ended.verified': 'verifiziert',
	'ended.verified.pair-check': 'verifiziert: Paar angenommen',
	'ended.verified.infra-permissions': 'verifiziert: Konto gilt',
	'ended.set-not-proven': 'gesetzt; Schlüssel nicht nachgewiesen',
	'ended.other-account-in-force': 'ein anderes Konto gilt',
	'ended.removed': 'entfernt: keiner zurückgelesen',
	'ended.nothing-to-do': 'keiner war gesetzt',
	'ended.changed-since-review': 'nicht geändert',
	'ended.not-current': 'nicht geändert',
	'ended.differs': 'weicht ab',
	'ended.wrong-group': 'falsche Gruppe',
	'ended.target-changed': 'Ziel gewechselt',
	'ended.failed': 'nicht gesetzt',
	'ended.failed.set': 'gesetzt; nicht zurückgelesen',
	'ended.unknown': 'nicht bekannt',
	'ended.not-started': 'nicht begonnen',
	'result.unproven': 'infra-permissions, das es nachweisen würde, konnte nicht gelesen werden.',
	'proof.pair-check':
		'Die klassische API hat das Paar vorher angenommen, und der Benutzername wurde zurückgelesen.',
	'proof.infra-permissions':
		'Der Benutzername wurde zurückgelesen, und das Konto {account} gilt, manuell gesetzt.',
	'permissions.missingRequired':
		'{count, plural, one {Eine erforderliche Berechtigung fehlt} other {Erforderliche Berechtigungen fehlen}}:',
	'permissions.missingSuggested':
		'{count, plural, one {Eine empfohlene Berechtigung fehlt} other {Empfohlene Berechtigungen fehlen}}:',
	'permissions.named': '{label} ({key}): {purpose}',
	'permissions.withoutKey': 'Ihr Schlüsselwort ist nicht bekannt, darum in keinem Befehl: {labels}.',
	'permissions.grant': 'Wer diesen Benutzer verwalten darf, erteilt sie mit:',
	'permissions.accessGroups':
		'Berechtigungen für Supportfälle kommen von IAM-Zugriffsgruppen des Support Center.',
	'permission.purpose.REMOTE_MANAGEMENT': 'um eine Maschine zu erreichen, die nicht antwortet',
	'permission.purpose.SERVER_ADD': 'um Worker zu bestellen',
	'permission.purpose.SERVER_CANCEL': 'um Worker zu entfernen',
	'permission.purpose.SERVER_RELOAD': 'um das Betriebssystem von Workern neu zu laden',
	'permission.purpose.VIRTUAL_GUEST_VIEW': 'um virtuelle Worker zu sehen',
	'permission.purpose.HARDWARE_VIEW': 'um Bare-Metal-Worker zu sehen',
	'permission.purpose.TICKET_ADD': 'um Supportfälle zu Workern zu eröffnen',
	'permission.purpose.TICKET_EDIT': 'um Supportfälle zu Workern zu ändern',
	'permission.purpose.TICKET_VIEW': 'um Supportfälle zu Workern zu sehen',
	'permission.purpose.ACCESS_ALL_GUEST': 'um alle virtuellen Worker zu verwalten',
	'permission.purpose.ACCESS_ALL_HARDWARE': 'um alle Bare-Metal-Worker zu verwalten',
	'permission.purpose.PUBLIC_NETWORK_COMPUTE': 'um Worker mit öffentlichem Netz zu bestellen',
	'permission.purpose.DNS_MANAGE': 'um Domänennamen zu verwalten',
	'permission.purpose.HOSTNAME_EDIT': 'um Worker zu benennen',
	'permission.purpose.IP_ADD': 'um Adressen für Lastausgleich und Routen hinzuzufügen',
	'permission.purpose.NETWORK_ROUTE_MANAGE': 'um Netzrouten zu verwalten',
	'permission.purpose.PORT_CONTROL': 'um Netzports zu verwalten',
	'permission.purpose.SECURITY_CERTIFICATE_MANAGE': 'um Zertifikate zu verwalten',
	'permission.purpose.SECURITY_CERTIFICATE_VIEW': 'um Zertifikate zu sehen',
	'permission.purpose.ADD_SERVICE_STORAGE': 'um Speicher für Datenträger zu bestellen',
	'permission.purpose.NAS_MANAGE': 'um Dateispeicher für Datenträger zu verwalten',

	// The end
	'end.verified':
		'{count, plural, one {Verifiziert: der Berechtigungsnachweis ist gesetzt} other {Verifiziert: alle # Berechtigungsnachweise sind gesetzt}}.',
	'end.set':
		'{count, plural, one {Gesetzt; Benutzername zurückgelesen; Schlüssel nicht nachgewiesen} other {Alle # gesetzt; Benutzernamen zurückgelesen; nicht jeder Schlüssel ist nachgewiesen}}.',
	'end.incomplete':
		'{count, plural, one {Nicht erledigt: zum Grund siehe oben.} other {{done} von {count} erledigt. Zu den übrigen siehe oben.}}',
	'end.interrupted.nothing': 'Abgebrochen. Nichts wurde geändert.',
	'end.interrupted':
		'Abgebrochen. {done} von {count} gesetzt{unknown, plural, =0 {} one {, # ist unbekannt} other {, # sind unbekannt}}; sonst wurde kein Berechtigungsnachweis geändert.',
	'end.noCredential': 'Beendet. Kein Berechtigungsnachweis wurde geändert.',
	'end.leftOut': 'Unverändert gelassen, wie gewählt: {scopes}.',
	'end.unusedKey':
		'Für {username} wurde ein API-Schlüssel erstellt, der nirgends gesetzt ist. Wer den Benutzer verwalten darf, sieht ihn mit:',
	'end.unknownKey':
		'Ob für {username} ein API-Schlüssel erstellt wurde, ist nicht bekannt: es kam keine Antwort. Das zeigt ihn, wenn es ihn gibt:',
	'end.dry-run': 'Testlauf: nichts wurde geändert.',
	'end.quit': 'Beendet. Nichts wurde geändert.',
	'end.nothingToSet': 'Nichts zu tun: jeder Benutzer ist gesetzt, wie die Datei es sagt.',
	'end.notRemoved':
		"{region} / {group}: laut Datei keiner, gefunden: {found}. Das bleibt: nur ''{program} unset'' entfernt.",
	'end.nothing-to-do': 'Nichts zu tun: dort ist keiner gesetzt.',
	'end.refused': 'Nichts wurde geändert.',
	'end.demoOver': "Das war eine Übung. Für den Ernstfall: ''{start}'' ohne ''--demo''.",
	'end.demo': 'Die Übung beginnt.',
	'end.removed':
		'{count, plural, one {Entfernt: keiner ist mehr gesetzt} other {Entfernt: in allen # Bereichen ist keiner mehr gesetzt}}.',
	'end.finish': 'Um den Rest zu erledigen:',
	'end.byHand': 'Um es von Hand zu erledigen (am Ende geht es zurück zu Ihrer Ressourcengruppe):',
	'end.who':
		'{operator, select, none {} other {{operator}, }}{account, select, none {} other {in {account}, }}{time}{username, select, none {} other {, Schlüssel {fingerprint} von {username}}}',
	'end.clusterField':
		'{clusters} in der Konsole ansehen: „Infrastructure User“ nennt dort, wer jetzt die Maschinen bestellt.',
	'end.workers':
		'Der Zustand {count, plural, one {seiner} other {ihrer}} Worker wurde nicht geprüft. Dies zeigt ihn:',
	'end.workersDo':
		'Lässt sich ein Worker nicht verwalten, hilft dies. Das Zurücksetzen wechselt den Eigentümer des API-Schlüssels für alles in dieser Region und Gruppe:',
	'end.create': 'Der erste Berechtigungsnachweis ist gesetzt; ein klassischer Cluster lässt sich anlegen:',
	'end.undo': 'Um es rückgängig zu machen:',
	'end.undoNeedsKey': 'Dafür braucht es den Schlüssel von {usernames}. Der Service gibt ihn nicht heraus.',
	'end.undoNeedsOldKey':
		'Zum Rückgängigmachen den alten Schlüssel von {usernames} wieder setzen. Der Service gibt ihn nicht heraus.',
	'end.look': 'Dies zeigt, was jetzt gesetzt ist:',
	'end.leftover':
		'Dieses Verzeichnis ließ sich nicht entfernen. Die Tokens Ihrer Anmeldung, die darin lagen, sind überschrieben: {path}',
	'end.leftover.tokens':
		'Dieses Verzeichnis ließ sich nicht entfernen und enthält noch Tokens Ihrer Anmeldung. Entfernen Sie es, und melden Sie sich ab: {path}',
	'end.next': 'Nächste Schritte:',

	// Errors: what it means, and what to do
	'error.ownWords': "''{command}'' sagte:",
	'error.cli-missing': 'ibmcloud ist nicht installiert oder nicht in PATH.',
	'error.cli-missing.do':
		"Die IBM Cloud CLI installieren, dann neu starten. Zum Umsehen vorher: ''{start} --demo''.",
	'error.cli-not-executable': 'ibmcloud wurde gefunden, lässt sich aber nicht starten.',
	'error.cli-not-executable.do': 'Die Datei ausführbar machen oder die IBM Cloud CLI neu installieren.',
	'error.cli-not-started': 'ibmcloud ließ sich nicht starten; es wurde nichts ausgeführt.',
	'error.cli-not-started.do':
		'Dem Rechner fehlen vielleicht Speicher oder Prozesse. Gleich noch einmal versuchen.',
	'error.cli-unsafe':
		'Jemand anders kann das gefundene ibmcloud ändern, oder es liegt im aktuellen Verzeichnis; es wird deshalb nicht gestartet.',
	'error.cli-unsafe.do':
		"Anderen die Schreibrechte nehmen, wo sie sie haben (''chmod go-w''), und Verzeichnisse in PATH vollständig nennen.",
	'error.copy-refused':
		'Eine private Kopie der CLI-Konfiguration war nicht nutzbar; eine andere Ressourcengruppe ist so nicht sicher erreichbar.',
	'error.copy-refused.do':
		"Die Gruppe selbst mit ''ibmcloud target -g GRUPPE'' als Ziel festlegen, dann neu starten.",
	'error.place-unsafe':
		'Jemand anders kann ändern, was dieses Programm für Sie aufbewahrt, oder etwas anderes liegt an der Stelle; nichts wurde begonnen.',
	'error.place-unsafe.do':
		"In Ordnung bringen, was unten steht: Es muss Ihnen gehören, nur Sie dürfen darin schreiben (''chmod go-w''), und ein Link darf es nicht sein. Dann neu starten.",
	'error.journal-unwritable': 'Das Journal konnte nicht geschrieben werden; es wurde nichts begonnen.',
	'error.journal-unwritable.do':
		'Im Statusverzeichnis Platz oder Schreibrecht schaffen, dann noch einmal versuchen.',
	'error.plugin-missing': 'Ein Plug-in von ibmcloud fehlt.',
	'error.plugin-missing.do': "Installieren: ''ibmcloud plugin install container-service'' (oder sl).",
	'error.not-logged-in': 'Sie sind nicht bei IBM Cloud angemeldet.',
	'error.not-logged-in.do':
		"Mit ''ibmcloud login'' (oder ''ibmcloud login --sso'') anmelden, dann noch einmal versuchen.",
	'error.session-expired': 'Ihre IBM Cloud-Sitzung ist abgelaufen.',
	'error.session-expired.do':
		"Mit ''ibmcloud login'' (oder ''ibmcloud login --sso'') neu anmelden, dann noch einmal versuchen.",
	'error.network': 'IBM Cloud war nicht erreichbar.',
	'error.network.do':
		'Das Netz prüfen, und HTTPS_PROXY, wo ein Proxy nötig ist; dann noch einmal versuchen. Eine neue Anmeldung hilft nicht.',
	'error.no-account-targeted': 'Kein Konto ist als Ziel festgelegt.',
	'error.no-account-targeted.do':
		"Eines mit ''ibmcloud target -c KONTO_ID'' festlegen, dann noch einmal versuchen.",
	'error.no-group-targeted': 'Keine Ressourcengruppe ist als Ziel festgelegt.',
	'error.no-group-targeted.do':
		"Eine mit ''-g GRUPPE'' nennen oder mit ''ibmcloud target -g GRUPPE'' als Ziel festlegen.",
	'error.no-classic-account': 'Mit diesem Konto ist kein klassisches Infrastrukturkonto verknüpft.',
	'error.no-classic-account.do':
		'Den Benutzernamen des anderen Infrastrukturkontos eingeben, oder das Konto mit der Verknüpfung als Ziel festlegen.',
	'error.permission-denied': 'Ihnen fehlt die Berechtigung dafür, oder Ihre Anmeldung ist abgelaufen.',
	'error.permission-denied.do':
		'Neu anmelden; hilft das nicht, den Kontoeigner um die Berechtigung bitten. Ein Benutzername lässt sich auch eingeben.',
	'error.role-too-low': 'Ihre Rolle reicht dafür nicht.',
	'error.role-too-low.do':
		'Um die Plattformrolle Administrator für Kubernetes Service in dieser Region und Ressourcengruppe bitten.',
	'error.role-too-low.do.read':
		'Um die Plattformrolle Viewer für Kubernetes Service in dieser Region und Ressourcengruppe bitten.',
	'error.key-invalid': 'Infrastrukturbenutzername und API-Schlüssel passen nicht zusammen.',
	'error.key-invalid.do':
		'Beides prüfen, den Schlüssel neu eingeben, dann noch einmal versuchen. Von selbst wird nichts wiederholt.',
	'error.key-exists': 'Dieser Benutzer hat schon einen API-Schlüssel. Ein Benutzer kann nur einen haben.',
	'error.key-exists.do':
		'Den vorhandenen Schlüssel nehmen. Ein neuer würde den alten überall ungültig machen, wo er genutzt wird.',
	'error.user-pending': 'Dieser Benutzer ist noch nicht aktiv; ein API-Schlüssel lässt sich nicht erstellen.',
	'error.user-pending.do':
		'Den Benutzer zuerst die Einladung annehmen lassen, oder einen anderen Benutzer wählen.',
	'error.user-gone':
		'Diesen Benutzer gibt es nicht mehr, oder nicht in dem Konto, das als Ziel festgelegt ist.',
	'error.user-gone.do': 'Einen anderen Benutzer wählen: die Liste wird neu gelesen.',
	'error.address-restricted': 'IBM Cloud nimmt von dieser Netzadresse keine Anfragen an.',
	'error.address-restricted.do':
		'Von einer zugelassenen Adresse aus arbeiten oder einen Administrator des Kontos bitten, diese zuzulassen. Eine neue Anmeldung hilft nicht.',
	'error.key-empty': 'Der Befehl war erfolgreich, lieferte aber keinen Schlüssel.',
	'error.key-empty.do':
		'In der Konsole unter Manage > Access (IAM) > API keys nachsehen und den Schlüssel von Hand eingeben.',
	'error.user-lacks-permissions': 'Dem Infrastrukturbenutzer fehlen Berechtigungen.',
	'error.user-lacks-permissions.do':
		"Siehe ''ibmcloud ks infra-permissions get''; was fehlt, erteilt der Kontoeigner.",
	'error.totp-required':
		'Dieser Infrastrukturbenutzer braucht zur Anmeldung ein Einmalkennwort, das der Service nicht geben kann.',
	'error.totp-required.do':
		'Das Einmalkennwort für diesen Benutzer abschalten, oder einen anderen Benutzer wählen.',
	'error.registry-role': 'Die Rolle für Container Registry fehlt.',
	'error.registry-role.do': 'Um die Rolle Administrator für Container Registry bitten.',
	'error.api-key-unusable': 'Der API-Schlüssel dieser Region und Ressourcengruppe ist nicht mehr nutzbar.',
	'error.api-key-unusable.do':
		"Einen Administrator ''ibmcloud ks api-key reset --region REGION'' ausführen lassen.",
	'error.cluster-not-found': 'Der Cluster wurde in diesem Konto und dieser Ressourcengruppe nicht gefunden.',
	'error.cluster-not-found.do': 'Zielkonto und Zielressourcengruppe prüfen.',
	'error.worker-orphaned':
		'Der Berechtigungsnachweis passt nicht mehr zum Konto des Workers: der Cluster ist verwaist.',
	'error.worker-orphaned.do': 'Das alte Paar wieder setzen.',
	'error.worker-missing': 'Der Worker wurde nicht gefunden.',
	'error.worker-missing.do': 'Die Berechtigungen des Infrastrukturbenutzers prüfen.',
	'error.creation-restricted':
		'Neue klassische Cluster lassen sich in einer Region ohne klassische Cluster nicht erstellen.',
	'error.creation-restricted.do':
		'Eine Region wählen, die schon einen klassischen Cluster hat, VPC nutzen oder IBM in einem Supportfall um eine Ausnahme bitten.',
	'error.rate-limited': 'IBM Cloud verlangt weniger Anfragen.',
	'error.rate-limited.do': 'Eine Minute warten, dann noch einmal versuchen.',
	'error.service-unavailable': 'Der Service ist im Moment nicht verfügbar.',
	'error.service-unavailable.do': 'In einigen Minuten noch einmal versuchen.',
	'error.answer-broken': 'Die Antwort des Service war unvollständig oder unbrauchbar.',
	'error.answer-broken.do':
		'In einigen Minuten noch einmal versuchen. Bleibt es dabei: Steht ein Proxy oder eine Anmeldeseite des Netzes dazwischen?',
	'error.timed-out': 'ibmcloud hat nicht rechtzeitig geantwortet und wurde beendet.',
	'error.timed-out.do': 'Das Netz prüfen, dann noch einmal versuchen.',
	'error.cancelled': 'Der Befehl wurde abgebrochen.',
	'error.cancelled.do': 'Noch einmal versuchen.',
	'error.killed': 'ibmcloud wurde von außen beendet.',
	'error.killed.do': 'Noch einmal versuchen.',
	'error.output-too-large': 'ibmcloud hat mehr geschrieben, als sich lesen lässt.',
	'error.output-too-large.do': 'Den Benutzernamen eingeben, statt ihn aus der Liste zu wählen.',
	'error.api-not-sent': 'An die API des Service wurde nichts gesendet.',
	'error.api-not-sent.do':
		"Adresse, Zertifizierungsstellen und HTTPS_PROXY prüfen oder stattdessen den Befehl ibmcloud nehmen: ''--via cli''.",
	'error.api-declined': 'Die API des Service hat die Anfrage abgelehnt.',
	'error.api-declined.do':
		"Der Befehl ibmcloud kann vielleicht, was die API nicht kann: ''--via cli''. Der Schlüssel steht dann in der Prozessliste, solange er läuft.",
	'error.api-no-answer':
		'Was aus der Anfrage geworden ist, ist nicht bekannt: Die API des Service hat es nicht gemeldet.',
	'error.api-no-answer.do':
		"Vor einem neuen Versuch nachsehen, was gesetzt ist. Ein anderer Weg ist der Befehl ibmcloud: ''--via cli''.",
	'error.api-wants-refresh-token':
		'Die API des Service verlangt das Refresh-Token Ihrer Anmeldung, das nicht gesendet wurde.',
	'error.api-wants-refresh-token.do':
		"Der Service würde dieses Token behalten. Der Befehl ibmcloud kümmert sich selbst darum: ''--via cli''.",
	'error.api-other-account':
		'Das Token Ihrer Anmeldung gilt für ein anderes Konto als das im Überblick; es wurde nichts gesendet.',
	'error.api-other-account.do':
		"Das Konto mit ''ibmcloud target -c KONTO_ID'' wieder als Ziel festlegen, dann neu starten.",
	'error.unreadable': 'Die Antwort von ibmcloud konnte nicht gelesen werden.',
	'error.unreadable.do': 'Noch einmal versuchen. Bleibt es dabei, ibmcloud und seine Plug-ins aktualisieren.',
	'error.unknown': 'ibmcloud meldet einen Fehler.',
	'error.unknown.do':
		"Seine Worte unten lesen, dann noch einmal versuchen. Wo sie von einem Token oder einer Sitzung sprechen, mit ''ibmcloud login'' neu anmelden. Für den IBM Support: ''{program} doctor --bundle''.",

	// Help of the steps
	'help.page': 'Seite von IBM:',
	'help.example': 'Beispiel:',
	'help.checks.what': 'Prüfungen: ist alles da, was das Einrichten braucht?',
	'help.checks.why':
		'Ein fehlendes Plug-in oder eine abgelaufene Anmeldung fiele sonst erst nach der letzten Frage auf.',
	'help.checks.where': "Von Hand: ''ibmcloud version'', ''ibmcloud plugin list'', ''ibmcloud target''.",
	'help.checks.wrong':
		'Ohne das Plug-in sl oder ohne verknüpftes klassisches Konto lassen sich Benutzer nicht auflisten; der Benutzername lässt sich trotzdem eingeben.',
	'help.checks.example':
		'„Beispielkonto (klassisches Konto 1234567)“ heißt: aufgelistet werden die Benutzer des klassischen Kontos 1234567.',
	'help.resume.what':
		'Nicht abgeschlossener Lauf: auf diesem Rechner wurde eine Änderung begonnen und nicht abgeschlossen.',
	'help.resume.why':
		'Was dort gesetzt ist, kann der alte oder der neue Berechtigungsnachweis sein. Nichts wird ungefragt noch einmal gesetzt.',
	'help.resume.where': "Von Hand: ''{program} history'', ''ibmcloud ks credential get --region REGION''.",
	'help.resume.wrong':
		'Der zurückgelesene Benutzername weist den Schlüssel nicht nach. Abschließen setzt Benutzername und Schlüssel noch einmal und weist sie nach.',
	'help.resume.example':
		'das Fenster wurde beim Anwenden geschlossen. Abschließen setzt denselben Benutzer in den übrigen Bereichen.',
	'help.listAccount.what': 'Benutzerliste: das Konto, dessen Infrastrukturbenutzer aufgelistet werden.',
	'help.listAccount.why':
		'Das Paar gehört oft zu einem anderen klassischen Konto als dem, bei dem Sie angemeldet sind.',
	'help.listAccount.where':
		"Von Hand: ''ibmcloud account list'', ''ibmcloud target -c KONTO_ID'', ''ibmcloud sl user list'', und wieder zurück.",
	'help.listAccount.wrong':
		'Nur die Liste kommt aus diesem Konto. Gesetzt wird im Konto Ihres eigenen Ziels.',
	'help.listAccount.example':
		'die Cluster sind im Beispielkonto, ihre Maschinen im Altkonto. Die Benutzer des Altkontos auflisten, 7654321_robot@example.com wählen, und gesetzt wird für das Beispielkonto.',
	'help.user.what':
		'Infrastrukturbenutzer: der Benutzer des klassischen Kontos (SoftLayer), in dessen Namen Maschinen bestellt werden.',
	'help.user.why':
		'Klassische Cluster bestellen ihre Maschinen bei einem klassischen Konto. Benutzer und Schlüssel entscheiden, welches Konto zahlt und was bestellt werden darf.',
	'help.user.where':
		"Von Hand: ''ibmcloud sl user list''. Der Benutzername ist derselbe wie der VPN-Benutzername, und nicht die IBMid.",
	'help.user.wrong':
		'Die Liste zeigt Benutzer des angemeldeten Kontos. Für ein anderes Infrastrukturkonto den Benutzernamen eingeben: 7654321_name@example.com.',
	'help.user.example':
		'in 1234567_jane@example.com ist 1234567 das klassische Konto und jane@example.com der Benutzer darin.',
	'help.key.what':
		'API-Schlüssel: der API-Schlüssel der klassischen Infrastruktur des gewählten Benutzers, kein IBM Cloud-API-Schlüssel.',
	'help.key.why':
		'Der Service speichert Benutzername und Schlüssel zusammen. Er gibt den Schlüssel nie heraus, und dieses Programm schreibt ihn in keine Datei.',
	'help.key.where':
		"Konsole: Manage > Access (IAM) > API keys > Classic infrastructure API keys. Von Hand: ''ibmcloud sl user apikey ID --add''.",
	'help.key.wrong':
		'Ein Benutzer hat nur einen Schlüssel. Ein neuer macht den alten überall ungültig. Ein an Ihre eigene Adresse gebundener Schlüssel kann von IBM aus scheitern.',
	'help.key.example':
		'64 Buchstaben und Ziffern sind ein klassischer Schlüssel; 44 Zeichen sind wohl ein IBM Cloud-API-Schlüssel, der hier nicht gemeint ist.',
	'help.region.what': 'Region: wo der Berechtigungsnachweis genutzt wird.',
	'help.region.why':
		'Ein Berechtigungsnachweis gehört zu einer Region und einer Ressourcengruppe; jeder klassische Cluster dort nutzt ihn.',
	'help.region.where': "Von Hand: ''ibmcloud ks cluster ls --provider classic'' zeigt, wo Ihre Cluster sind.",
	'help.region.wrong':
		'Toronto gehört zu us-east, São Paulo zu us-south, Paris, Mailand und Amsterdam zu eu-de, Chennai und Singapur zu jp-tok.',
	'help.region.example': 'Ihr Cluster läuft in tor01. tor01 eingeben, und us-east wird gefunden.',
	'help.group.what':
		'Ressourcengruppe: zusammen mit der Region legt sie fest, wo ein Berechtigungsnachweis gilt.',
	'help.group.why':
		'ibmcloud nimmt die als Ziel festgelegte Gruppe, oder stillschweigend die Standardgruppe. Hier wird sie immer genannt.',
	'help.group.where':
		"Von Hand: ''ibmcloud resource groups''. Welche das Ziel ist, zeigt ''ibmcloud target''.",
	'help.group.wrong':
		'Ein Berechtigungsnachweis in der falschen Gruppe ändert andere Cluster als gemeint. Ihr eigenes Ziel ändert sich nie.',
	'help.group.example':
		'Sie haben Cluster in den Gruppen default und infra. Beide markieren, und beide bekommen ihn.',
	'help.review.what': 'Überblick: alles, was gleich geschieht. Sonst geschieht nichts.',
	'help.review.why':
		'Verwaist heißt: die Worker eines Clusters bleiben in dem Konto, das sie bestellt hat. Mit dem Berechtigungsnachweis eines anderen Kontos lassen sie sich nicht mehr neu laden, ersetzen oder entfernen. Was auf ihnen läuft, läuft weiter, soweit bekannt.',
	'help.review.where':
		"Was jetzt gesetzt ist, wurde mit ''ibmcloud ks credential get'' gelesen. „Die Befehle zeigen“ listet auf, was ausgeführt wird, zum Kopieren.",
	'help.review.wrong':
		'Der Service gibt den alten Schlüssel nicht heraus. Stellen Sie sicher, dass ihn noch jemand hat, bevor Sie einen Berechtigungsnachweis ersetzen.',
	'help.review.example':
		'jetzt 1234567_jane@example.com, danach 1234567_robot@example.com: die Nummer ist dieselbe, kein Cluster verwaist.',
	'help.confirm.what':
		'Bestätigung: die Nummer des Infrastrukturkontos eingeben, das die Kontrolle verliert.',
	'help.confirm.why':
		'Der Berechtigungsnachweis eines anderen Kontos ersetzt den gesetzten; die Cluster des ersten Kontos können verwaisen.',
	'help.confirm.where':
		'Die Nummer steht in der Frage und vor dem Unterstrich des Benutzernamens: 1234567_name@example.com.',
	'help.confirm.wrong': 'Esc geht zurück zum Überblick. Bisher wurde nichts geändert.',
	'help.confirm.example':
		'gesetzt ist 7654321_old@example.com, künftig 1234567_jane@example.com. Einzugeben ist 7654321.',
	'help.apply.what':
		'Anwenden: der Berechtigungsnachweis wird gesetzt, zurückgelesen und nachgewiesen, ein Bereich nach dem anderen.',
	'help.apply.why': 'Ein erfolgreicher Befehl weist noch nichts nach; erst das Zurücklesen tut es.',
	'help.apply.where':
		"Von Hand: ''ibmcloud ks credential get --region REGION'', ''ibmcloud ks infra-permissions get --region REGION''.",
	'help.apply.wrong':
		'Strg-C beendet, was begonnen hat, und beginnt nichts Neues. Ein zweites Strg-C beendet die Sitzung sofort.',
	'help.apply.example':
		'„verifiziert“ heißt: der Benutzername wurde zurückgelesen, und das Paar ist nachgewiesen; „Schlüssel nicht nachgewiesen“: nur der Benutzername wurde zurückgelesen.',

	// --explain: the commands as they end
	'explain.ran': '{command}: {seconds, number} s',
	'explain.failed': '{command}: Exit-Status {code}, {seconds, number} s',
	'explain.ended': '{command}: vorzeitig beendet, {seconds, number} s',

	// --report: the run for a change ticket
	'reportFile.title': 'Änderung: Berechtigungsnachweis der klassischen Infrastruktur setzen',
	'reportFile.title.unset': 'Änderung: Berechtigungsnachweis der klassischen Infrastruktur entfernen',
	'reportFile.demo': 'Eine Übung mit einem simulierten ibmcloud: nichts Echtes wurde geändert.',
	'reportFile.incomplete':
		'{count, plural, one {Nicht erledigt: zum Grund siehe unten.} other {{done} von {count} erledigt. Zu den übrigen siehe unten.}}',
	'reportFile.result': 'Ergebnis',
	'reportFile.who': 'Wer',
	'reportFile.when': 'Wann (UTC)',
	'reportFile.account': 'Konto',
	'reportFile.classicAccount': 'Verknüpftes klassisches Konto',
	'reportFile.username': 'Infrastrukturbenutzer',
	'reportFile.key': 'Fingerabdruck des Schlüssels',
	'reportFile.exitStatus': 'Exit-Status',
	'reportFile.scopes': 'Vorher und nachher',
	'reportFile.clusters': 'Klassische Cluster',
	'reportFile.proof': 'Wie es nachgewiesen ist',
	'reportFile.next': 'Um den Rest zu erledigen',
	'reportFile.look': 'Was nicht bekannt ist: hier nachsehen',
	'reportFile.byHand': 'Was von Hand zu tun bleibt',
	'reportFile.risk': 'Was es bewirkt',
	'reportFile.run': 'Lauf',
	'reportFile.undo': 'Um rückgängig zu machen, was getan wurde',
	'reportFile.script': 'Die Befehle',
	'reportFile.script.key':
		'Das Skript liest den API-Schlüssel von der Standardeingabe: er steht in keiner Datei und keinem Verlauf der Shell.',
	'reportFile.script.target':
		'Es legt eine Ressourcengruppe als Ziel fest; das gilt für jedes Terminal, bis das Ziel wieder zurückgesetzt ist.',
	'reportFile.written': 'Der Bericht steht in {path}.',
	'reportFile.notWritten': '{path} konnte nicht geschrieben werden. Was oben steht, gilt trotzdem.',

	// Status, doctor, history
	'status.column.user': 'Infrastrukturbenutzer',
	'status.column.clusters': 'Klassische Cluster',
	'status.unreadable': 'nicht gelesen: {reason}',
	'status.otherGroups': 'andere Gruppen',
	'status.clusterPlace': 'Wo dieser Cluster ist, konnte nicht gelesen werden.',
	'status.readSoFar': '{done} von {count} gelesen',
	'status.reading': 'Es wird gelesen, wer wo gesetzt ist. Jeder Bereich dauert einen Moment...',
	'status.lookedAt': 'Konto {account} ({number}), als {operator}, {time}',
	'status.asExpected':
		'{count, plural, one {Der Bereich ist} other {Alle # Bereiche sind}} so, wie {path} es sagt.',
	'status.differs': '{region} / {group}: erwartet {expected}, gefunden {found}',
	'bundle.unknown': 'Was {program} von ibmcloud noch nicht weiß (docs/first-contact.md):',
	'doctor.program': 'ibmcloud ist {path}',
	'doctor.noAnswer': 'Keine brauchbare Antwort kam von: {commands}.',
	'history.unread': 'Diese Teile des Journals konnten nicht gelesen werden: {places}.',
	'history.empty': 'Von diesem Rechner aus wurde bisher nichts geändert.',
	'history.noEnd': 'kein Ende bekannt',
	'history.notBegun': 'nicht begonnen',
	'history.column.before': 'Vorher',
	'history.column.after': 'Nachher',
	'history.key': 'Schlüssel {fingerprint}',
	'history.runNeedsReport':
		"''--run'' wählt den Lauf, den ''--report DATEI'' schreibt: ''--report DATEI'' ergänzen.",
	'history.noSuchRun':
		"Diesen Lauf gibt es nicht: {count, plural, =0 {keiner ist verzeichnet} one {einer ist verzeichnet} other {# sind verzeichnet, und ''--run'' zählt vom neuesten zurück, der 1 ist}}.",
	'history.restore': 'Um den Stand davor wiederherzustellen:',
	'history.newest':
		"{count, plural, one {Der neueste Lauf} other {Die neuesten # Läufe}}; alle: ''{program} history --output json''",

	// Command line
	'usage.hint': "Mehr dazu mit ''--help''.",
	'usage.unknownOption': "Eine Option ''{name}'' gibt es nicht.",
	'usage.unknownOption.near': "Eine Option ''{name}'' gibt es nicht. Meinten Sie ''{near}''?",
	'usage.notOfCommand': "''{command}'' hat keine Option ''{name}''.",
	'usage.optionNotKnown': 'Eine Option ist nicht bekannt.',
	'usage.unknownCommand': 'Diesen Befehl gibt es nicht.',
	'usage.unknownCommand.near': "Diesen Befehl gibt es nicht. Meinten Sie ''{near}''?",
	'usage.keyIsPath':
		"''{path}'' ist eine Datei. Um den API-Schlüssel daraus zu lesen, setzen Sie ein @ vor den Pfad: ''@{path}''?",
	'tried.key':
		"Der API-Schlüssel kommt aus einer Datei oder von der Standardeingabe: ''--infrastructure-api-key @FILE'' oder ''--infrastructure-api-key -''.",
	'tried.json': "JSON gibt es mit ''--output json''.",
	'tried.user': "Den Infrastrukturbenutzer nennt ''--infrastructure-username USERNAME''.",
	'tried.yes':
		"Eine Option, die alles bejaht, gibt es nicht. Was sich ändern würde, zeigt ''--dry-run''; wie Sie ohne Rückfrage ändern, steht in der Hilfe unter ''--force''.",
	'tried.group': "Die Ressourcengruppe nennt ''--resource-group NAME'' oder ''-g NAME''.",
	'tried.rotate':
		"Um einen neuen API-Schlüssel überall zu setzen, wo ein Benutzer jetzt gesetzt ist, rufen Sie ''{program} setup --where-set'' mit demselben Benutzernamen und dem neuen Schlüssel auf.",
	'tried.list':
		"Wer wo gesetzt ist, zeigt ''{program} status''; frühere Änderungen zeigt ''{program} history''.",
	'tried.undo':
		"''{program} history'' zeigt jede Änderung mit dem Befehl, der den Stand davor wiederherstellt. Um einen Benutzer wieder zu setzen, brauchen Sie dessen Schlüssel.",
	'tried.set': "Einen Berechtigungsnachweis setzt ''{program} setup''.",
	'tried.whereSet':
		"''unset'' entfernt nur aus Regionen und Ressourcengruppen, die Sie nennen. Wo ein Benutzer gesetzt ist, zeigt ''{program} status --all''; nennen Sie jede Stelle mit ''--region'' und ''-g''.",
	'environmentKey.noUsername':
		'IAAS_CLASSIC_API_KEY wird nicht verwendet: IAAS_CLASSIC_USERNAME ist nicht gesetzt.',
	'environmentKey.otherUser':
		'IAAS_CLASSIC_API_KEY wird nicht verwendet: Der Schlüssel gehört zum Benutzernamen in IAAS_CLASSIC_USERNAME, nicht zu {username}.',
	'environmentKey.flag':
		"IAAS_CLASSIC_API_KEY wird nicht verwendet: Der API-Schlüssel kommt aus ''--infrastructure-api-key''.",
	'environmentKey.demo':
		'IAAS_CLASSIC_API_KEY wird nicht verwendet: In der Übung wird kein echter Schlüssel verwendet.',
	'usage.literalKey':
		"Ein API-Schlüssel auf der Befehlszeile stünde im Verlauf der Shell und in der Prozessliste und wird deshalb abgelehnt. ''--infrastructure-api-key @DATEI'' nehmen, oder ''-'' für die Standardeingabe, oder die Umgebungsvariablen IAAS_CLASSIC_USERNAME und IAAS_CLASSIC_API_KEY.",
	'usage.missing': 'Kein Terminal für Fragen. Es fehlt: {flags}.',
	'usage.missing.variable': '{variable} ist gesetzt, darum wird nichts gefragt. Es fehlt: {flags}.',
	'usage.missing.force':
		"Ohne Terminal wird nur mit ''--force'' etwas geändert; ''--dry-run'' zeigt, was geändert würde.",
	'usage.needsTerminal': 'Hier fehlt eine Antwort, die nur in einem Terminal gegeben werden kann.',
	'usage.replaceAccount':
		"Ein Infrastrukturkonto würde die Kontrolle verlieren; dafür reicht ''--force'' nicht. Es fehlt: {flags}.",
	'usage.shell': 'Eine dieser Shells nennen: {shells}.',
	'usage.oneOf': "Die Option ''--{name}'' nimmt einen dieser Werte: {values}.",
	'usage.concurrency': 'Die Zahl gleichzeitiger Befehle ist eine ganze Zahl von 1 bis 64.',
	'usage.demoHasNoApi': "Die Übung hat keine API des Service: ''--via api'' weglassen.",
	'usage.givenTwice': "Die Option ''--{name}'' nimmt einen Wert und steht zweimal da.",
	'usage.operand': 'Ein Argument gehört zu keiner Option.',
	'usage.reportExists': '{path} gibt es schon. Ein Bericht ersetzt keine Datei: eine andere nennen.',
	'usage.reportUnwritable': '{path} lässt sich nicht schreiben; nichts wurde begonnen.',
	'usage.locale': "Der Wert von ''--locale'' ist keine Sprache: erlaubt ist zum Beispiel en oder de_DE.",
	'usage.noValue': "Die Option ''--{name}'' hat keinen Wert.",
	'usage.needsValue':
		"Die Option ''--{name}'' braucht einen Wert: ''--{name} {placeholder}''. Ein Wert, der mit '-' beginnt, wird mit '=' angehängt.",
	'usage.unknownScenario': 'Ein Szenario dieses Namens gibt es nicht. Bekannt sind: {names}.',
	'usage.fileHasScopes': "Die Datei von ''{option}'' sagt, was wo sein soll: {flags} weglassen.",
	'usage.keyOfUser':
		"Mit ''--from'' nimmt ''--infrastructure-api-key'' USERNAME=@FILE für einen Benutzer der Datei, je einmal: {users}.",
	'file.directory': '{path} ist ein Verzeichnis, keine Datei.',
	'file.device': '{path} ist ein Gerät, keine Datei.',
	'file.unreadable': '{path} ließ sich nicht lesen.',
	'file.too-large': '{path} ist länger als 4 MB: das ist kein Dokument von status.',
	'file.timed-out':
		'Aus {path} kam innerhalb von 10 Sekunden kein vollständiges Dokument. Die Quelle prüfen, dann noch einmal starten.',
	'file.notJson': "{path}, {place}: erwartet wird das JSON-Dokument, das ''status --output json'' ausgibt.",
	'file.form': '{path}, {place}: erwartet wird ein Wert vom Typ {expected}.',
	'file.oneOf': '{path}, {place}: erwartet wird {expected}.',
	'file.unknownField': '{path}, {place}: ein solches Feld gibt es hier nicht; es gibt {fields}.',
	'file.empty': '{path}, {place}: erwartet wird mindestens ein Bereich.',
	'file.twice': '{path}, {place}: erwartet wird jeder Bereich einmal; dieser steht schon bei {first}.',
	'file.unread':
		'{path}, {place}: erwartet wird ein Benutzername oder none; beim Erstellen der Datei konnte der Wert nicht gelesen werden.',
	'file.username': '{path}, {place}: erwartet wird der Name eines Infrastrukturbenutzers.',
	'file.otherAccount': '{path}, {place}: erwartet wird {account}, das Zielkonto.',
	'file.noGroup':
		'{path}, {place}: erwartet wird die ID einer Ressourcengruppe dieses Kontos, die Sie sehen dürfen.',
	'file.groupName': '{path}, {place}: erwartet wird {name}, denn so heißt die Gruppe dieser ID.',
	'keySource.terminal':
		'Die Standardeingabe ist das Terminal; ein Schlüssel lässt sich daraus nicht lesen. Die Option weglassen, dann wird der Schlüssel erfragt, ohne gezeigt zu werden.',
	'keySource.directory': '{path} ist ein Verzeichnis, keine Datei mit einem Schlüssel.',
	'keySource.device': '{path} ist ein Gerät, keine Datei mit einem Schlüssel.',
	'keySource.unreadable': '{path} konnte nicht gelesen werden.',
	'keySource.tooLarge':
		'Statt eines API-Schlüssels kamen mehr als 64 KB. Eine Quelle nennen, die nur den Schlüssel enthält.',
	'keySource.timedOut': 'In einer Minute kam kein Schlüssel.',
	'keySource.severalLines':
		'Statt eines API-Schlüssels kam mehr als eine Zeile. Eine Quelle nennen, die nur den Schlüssel enthält.',
	'keySource.empty': 'Die Quelle des API-Schlüssels ist leer.',
	'keySource.readableByOthers':
		"Andere Benutzer dieses Rechners können {path} lesen. Abhilfe: ''chmod 600 {path}''.",
	'crash.sentence': '{program} wurde wegen eines internen Fehlers beendet ({name}).',
	'crash.do': "''{start}'' noch einmal starten, um zu sehen, was jetzt gesetzt ist.",
	'output.failed':
		"Nicht alles ließ sich ausgeben ({code}). Was geändert wurde, ist geändert: siehe ''{program} history''.",

	// What is said on every screen
	'ui.elapsed': '({seconds, number} s)',
	'ui.rail': 'Schritt {number} von {count}: {title}',
	'ui.running': '{command} ...',
	'ui.filter': 'Filtern:',
	'ui.count': '{count, number} von {total, number}',
	'ui.marked': '{count, number} markiert',
	'ui.total': '{total, number} insgesamt',
	'ui.nothingFound': 'Nichts hier passt zu „{text}“.',
	'ui.nothingToChoose': 'Kein Eintrag ist ausgewählt: Esc zeigt wieder die ganze Liste.',
	'ui.keyRefused':
		'Das sieht nach einem API-Schlüssel aus: es wurde nicht genommen, da dieses Feld sichtbar ist.',
	'ui.secret.empty': 'Einfügen oder tippen; nie sichtbar',
	'ui.secret.sample': 'Eingabe nimmt den Beispielschlüssel',
	'ui.lastTime': 'zuletzt',
	'ui.setFromHere': 'am {date} von hier aus gesetzt',
	'ui.showRest': 'Den Rest zeigen ({number}/{count})',
	'ui.smallWindow':
		'Dieses Fenster ist zu klein: mindestens {columns} Spalten breit und {rows} Zeilen hoch machen. Alles bleibt erhalten.',
	'ui.sign.enter': 'Eingabe',
	'ui.sign.mark': 'Leertaste',
	'ui.sign.clear': 'Strg-U',
	'ui.sign.page': 'Bild auf/ab',
	'ui.sign.quit': 'Strg-C',
	'ui.key.choose': 'wählen',
	'ui.key.confirm': 'weiter',
	'ui.key.takeRow': 'nimmt die hervorgehobene Zeile',
	'ui.key.continue': 'weiter',
	'ui.key.mark': 'markieren',
	'ui.key.move': 'bewegen',
	'ui.key.back': 'zurück',
	'ui.key.clear': 'leeren',
	'ui.key.clearFilter': 'Filter leeren',
	'ui.key.close': 'schließen',
	'ui.key.help': 'Hilfe',
	'ui.key.quit': 'beenden',
	'ui.key.scroll': 'blättern',

	// Line mode
	'lineMode.words':
		'Jederzeit: zurück geht einen Schritt zurück, ? erklärt, nochmal wiederholt, beenden beendet die Sitzung. Das Wort eingeben, dann Eingabe drücken.',
	'lineMode.word.back': 'zurück',
	'lineMode.word.help': 'hilfe',
	'lineMode.word.quit': 'beenden',
	'lineMode.word.more': 'mehr',
	'lineMode.word.again': 'nochmal',
	'lineMode.heading.demo': 'ÜBUNG, {step}',
	'lineMode.field.confirm': 'Bestätigung',
	'lineMode.entry': '{number}. {text}',
	'lineMode.first': '{count, number} Einträge; dies sind die ersten {shown, number}:',
	'lineMode.narrow':
		'Eine Nummer wählt, ein Teil eines Namens engt die Liste ein, mehr nennt die nächsten Einträge.',
	'lineMode.narrowed':
		'{count, plural, =0 {Nichts in der Liste passt} one {Ein Eintrag passt} other {# Einträge passen}} zu „{text}“:',
	'lineMode.guessed': '„{text}“ wurde verstanden als: {names}',
	'lineMode.ask': '{what}:',
	'lineMode.ask.default': '{what} (Eingabe nimmt {default}):',
	'lineMode.ask.action': 'Nummer:',
	'lineMode.ask.name': 'Nummer oder der ganze Name',
	'lineMode.ask.one': 'Nummer oder Teil eines Namens',
	'lineMode.ask.several': 'Nummern oder Namen, durch Leerzeichen getrennt',
	'lineMode.ask.secret': '{what} (wird beim Tippen nicht gezeigt):',
	'lineMode.ask.secretSample':
		'{what} (wird beim Tippen nicht gezeigt; Eingabe nimmt den Beispielschlüssel):',
	'lineMode.ask.secretAgain': '{what} (Eingabe nimmt ihn trotzdem, sonst neu eingeben):',
	'lineMode.error': '{field}: {reason}',
	'lineMode.nothingTyped': 'Nichts wurde eingegeben, und es gibt keine Vorgabe.',
	'lineMode.noSuchNumber':
		'{count, plural, one {Die einzige Nummer hier ist 1.} other {Eine Nummer von 1 bis # eingeben.}}',
	'lineMode.noMatch': 'Nichts in der Liste passt zu „{text}“.',
	'lineMode.noBack': 'Es gibt keinen Schritt, zu dem es zurückginge.',
	'lineMode.noMore': 'Mehr gibt es nicht.',
	'lineMode.stillReading': 'Gelesen wird noch: {command} ({seconds, number} s)',
	'lineMode.stillChecking': 'Geprüft wird noch: {checks} ({seconds, number} s)',
	'lineMode.stillApplying': 'Noch bei {scope}: {what} ({seconds, number} s)',
	'lineMode.instead.region.hint':
		'Die Regionen mit klassischen Clustern. Mehrere lassen sich wählen. Ein Rechenzentrum wie tor01 findet seine Region.',
	'lineMode.instead.group.hint':
		'Ein Berechtigungsnachweis gehört zu einer Region und einer Ressourcengruppe. Mehrere lassen sich wählen.',
	'lineMode.instead.help.confirm.where':
		'Die Nummer steht in der Frage und vor dem Unterstrich des Benutzernamens.',
	'lineMode.instead.help.confirm.wrong': 'zurück geht zurück zum Überblick. Bisher wurde nichts geändert.',
});
