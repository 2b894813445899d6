import type { OwnMessages } from './messages-en';

/** The same in French. */
export const fr: OwnMessages = {
  loading: 'Chargement…',
  noSlug: 'L’attribut « slug » manque, ou « server » n’est pas une adresse web.',
  missing: 'Cet article n’est pas là. Il a peut-être été retiré.',
  closedToReaders: 'La publication ne montre pas ceci aux lecteurs.',
  unreachable: 'Le chargement a échoué. Vous êtes peut-être hors ligne, ou le serveur l’est.',
  unavailable: 'Une erreur est survenue sur le serveur. Veuillez réessayer dans un instant.',
  retry: 'Réessayer',

  rateLegendDone: 'Votre note',
  rateHint: 'Les flèches choisissent, espace ou entrée note.',
  rated: 'Merci, votre note est prise en compte : {stars}.',

  noComments: 'Aucun commentaire pour l’instant',
  noCommentsHint: 'Et si vous lanciez la discussion ?',
  oldest: 'Les plus anciens',
  discussed: 'Les plus commentés',
  yours: 'Votre commentaire',
  waiting: 'En attente d’approbation',

  edit: 'Modifier',
  editComment: 'Modifier votre commentaire',
  delete: 'Supprimer',
  deleteSure: 'Supprimer définitivement votre commentaire ?',
  report: 'Signaler',
  reportOf: 'Signaler le commentaire de {name}',
  cancel: 'Annuler',
  save: 'Enregistrer',
  sending: 'Envoi…',
  pending: 'Merci. Votre commentaire attend l’approbation ; d’ici là, vous seul pouvez le voir.',
  notAccepted: 'Votre commentaire n’a pas été accepté.',
  saved: 'Votre modification est enregistrée.',
  savedPending: 'Votre modification est enregistrée. Votre commentaire attend l’approbation.',
  removed: 'Votre commentaire a été supprimé.',

  reportReason: 'Quel est le problème ?',
  spam: 'C’est de la publicité',
  abuse: 'Il insulte ou menace',
  'off-topic': 'Il est hors sujet',
  'personal-data': 'Il divulgue des données personnelles',
  other: 'Autre chose',
  reportNote: 'Que devrait savoir la modération ? (facultatif)',
  reported: 'Merci. La modération va examiner ce commentaire.',
  reportedAlready: 'Vous avez déjà signalé ce commentaire.',

  offline: 'Cela n’a pas fonctionné : le serveur est injoignable. Votre texte est toujours là.',
  refused: 'Cela n’est pas, ou plus, possible.',
  gone: 'Cela n’est plus là.',
  tooMany: 'C’était beaucoup en peu de temps. Veuillez réessayer plus tard.',

  summary: 'Résumé',
  original: 'Lire l’article d’origine',
};
