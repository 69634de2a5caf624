#ifndef DHARA_DOC_H
#define DHARA_DOC_H

#include "entity.h"

/*
 * Look at all mentions of a piece (an article) together, after entity_more: a
 * word that was a person's name with a title or beside a given name is one
 * elsewhere, if it is not mostly something else; a short word in brackets
 * behind an organisation is its acronym.
 */
void	doc_find(struct entities *);

#endif
