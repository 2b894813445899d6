import type { SharedMessages } from './en';

/** The same in French. */
export const fr: SharedMessages = {
  rateLegend: 'Cliquez pour noter cet article !',
  stars: { one: '{n} étoile', other: '{n} étoiles' },
  ratingTotal: 'Total : {total} Moyenne : {average}',
  withdraw: 'Retirer ma note',
  withdrawn: 'Votre note a été retirée.',

  comments: 'Commentaires',
  sortBy: 'Trier par',
  newest: 'Les plus récents',
  moreComments: 'Autres commentaires',
  moreReplies: { one: 'Afficher {n} autre réponse', other: 'Afficher {n} autres réponses' },
  edited: 'modifié',
  moderator: 'Modération',
  deletedComment: 'Ce commentaire a été supprimé par son auteur.',
  closed: 'La discussion de cet article est close.',

  leaveReply: 'Laisser un commentaire',
  reply: 'Répondre',
  replyTo: 'Répondre à {name}',
  addressHint: 'Votre adresse n’est pas publiée. Les champs marqués * sont obligatoires.',
  name: 'Nom',
  email: 'E-mail',
  website: 'Site web',
  comment: 'Commentaire',
  notify: 'Prévenez-moi par courriel quand mon commentaire est publié ou reçoit une réponse',
  send: 'Envoyer',
  approved: 'Merci, votre commentaire est public.',
  confirm:
    'Merci. Une fois votre commentaire publié, un courriel avec un lien vous parviendra : suivez-le pour être prévenu des réponses.',

  reportSend: 'Envoyer le signalement',

  failed: 'Cela n’a pas fonctionné. Veuillez réessayer.',
  faultRequired: 'Veuillez remplir ce champ.',
  faultTooShort: 'Veuillez écrire au moins {limit} caractères.',
  faultTooLong: 'Veuillez ne pas dépasser {limit} caractères.',
  faultEmail: 'Veuillez donner une adresse telle que nom@example.org.',
  faultUrl: 'Veuillez donner une adresse web qui commence par https://.',
  faultCharacter: 'Veuillez retirer les caractères qui ne peuvent être affichés.',
  faultParent: 'Le commentaire auquel vous répondez n’est plus là.',
  faultDepth: 'Ce fil ne peut aller plus loin. Veuillez répondre plus haut.',
  faultEditExpired: 'Le délai pour modifier un commentaire est passé.',
  faultOther: 'Veuillez vérifier ce champ.',

  published: 'Publié le {date}',
  summaryIn: 'Résumé ({language})',
  originalAt: 'Lire l’original sur {source}',
  topics: 'Thèmes',
  generated: 'Ce texte a été produit par un système d’IA et n’a pas été relu par une personne.',
  'generated-reviewed':
    'Ce texte a été produit par un système d’IA puis relu par {reviewer} le {date}, qui en répond.',
  human: 'Ce texte a été écrit par une personne.',
  corrections: 'Corrections',
  correctedOn: 'Corrigé le {date}',
  correctedPassage: 'Ce qui était écrit :',
};
