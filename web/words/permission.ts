/** Said to who may not do something. */
export const permissionWords = {
  forReading:
    'Compte en lecture seule : on peut lire et écouter, rien changer. Demandez un autre rôle à l’administrateur du cabinet.',
  refused:
    'Votre compte est en lecture seule : rien n’a été changé. Demandez un autre rôle à l’administrateur du cabinet.',
  mayNotErase:
    'Seuls un médecin ou l’administrateur du cabinet effacent pour de bon. Mettez dans la corbeille, ou demandez-leur.',
} as const;
