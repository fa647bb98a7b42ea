/** A report as a SARIF log. */
package org.lockkeeper.sarif;
