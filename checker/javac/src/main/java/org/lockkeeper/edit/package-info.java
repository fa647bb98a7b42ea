/** Carries out the edits of fixes on source text: from verbs on anchors to changed characters. */
package org.lockkeeper.edit;
