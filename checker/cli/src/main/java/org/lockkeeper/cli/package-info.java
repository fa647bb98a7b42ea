/** The command line: options to settings, findings to text and SARIF, outcomes to exit codes. */
package org.lockkeeper.cli;
