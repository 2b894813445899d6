import {
  createLocalizer,
  matchTag,
  type Localizer,
  type Messages,
} from '../../../../shared/localizer';

const en = {
  confirmSubject: 'Confirm your address for {publisher}',
  confirmWhy:
    'Someone, most likely you, commented on {publisher} and asked to be told by mail of answers. The comment is public now.',
  confirmDo: 'Confirm that this address is yours. The link works for seven days:',
  confirmButton: 'Confirm my address',
  confirmElse: 'If it was not you, do nothing: no further mail will come.',
  approvedSubject: 'Your comment on “{title}” is public',
  approvedText: 'A moderator has approved your comment:',
  approvedLink: 'Read it on the page',
  replySubject: '{name} answered you on “{title}”',
  replyText: '{name} answered your comment:',
  replyLink: 'Read the discussion',
  stopWhy: 'You get this mail because you asked for it when you commented.',
  stopLink: 'Stop all mail to this address',
  waitingSubject: {
    one: 'A comment needs a moderator',
    other: '{n} comments need a moderator',
  },
  waitingEntry: '{name} on “{title}”',
  waitingReported: '{name} on “{title}” — reported by readers',
  waitingMore: { one: 'and 1 more', other: 'and {n} more' },
  claims: {
    one: 'A passage is reported as wrong',
    other: '{n} passages are reported as wrong',
  },
  digestSubject: 'Moderation: {pending} waiting, {reported} reported',
  digestText: '{pending} comments are waiting and {reported} are reported.',
  digestOldest: 'The longest waits since {date}.',
  desk: 'Open the moderators’ desk',
} satisfies Messages;

type MailMessages = typeof en;

const fr: MailMessages = {
  confirmSubject: 'Confirmez votre adresse pour {publisher}',
  confirmWhy:
    'Quelqu’un, sans doute vous, a commenté sur {publisher} et a demandé à être prévenu par courriel des réponses. Le commentaire est maintenant publié.',
  confirmDo: 'Confirmez que cette adresse est la vôtre. Le lien fonctionne pendant sept jours :',
  confirmButton: 'Confirmer mon adresse',
  confirmElse: 'Si ce n’était pas vous, ne faites rien : aucun autre courriel ne suivra.',
  approvedSubject: 'Votre commentaire sur « {title} » est publié',
  approvedText: 'Un modérateur a approuvé votre commentaire :',
  approvedLink: 'Le lire sur la page',
  replySubject: '{name} vous a répondu sur « {title} »',
  replyText: '{name} a répondu à votre commentaire :',
  replyLink: 'Lire la discussion',
  stopWhy: 'Vous recevez ce courriel parce que vous l’avez demandé en commentant.',
  stopLink: 'Ne plus rien recevoir à cette adresse',
  waitingSubject: {
    one: 'Un commentaire attend un modérateur',
    other: '{n} commentaires attendent un modérateur',
  },
  waitingEntry: '{name} sur « {title} »',
  waitingReported: '{name} sur « {title} » — signalé par des lecteurs',
  waitingMore: { one: 'et {n} autre', other: 'et {n} autres' },
  claims: {
    one: 'Un passage est signalé comme faux',
    other: '{n} passages sont signalés comme faux',
  },
  digestSubject: 'Modération : {pending} en attente, {reported} signalés',
  digestText: '{pending} commentaires sont en attente et {reported} sont signalés.',
  digestOldest: 'Le plus ancien attend depuis le {date}.',
  desk: 'Ouvrir le bureau des modérateurs',
};

const CATALOGS = { en, fr };

export type MailLocalizer = Localizer<MailMessages>;

/**
 * Localizes mails. The values of their messages are people's own texts.
 * @param tag BCP 47 tag of the language of whom the mail is for
 */
export const mailLocalizer = (tag: string): MailLocalizer =>
  createLocalizer(CATALOGS, matchTag([tag], Object.keys(CATALOGS)), 'UTC');
