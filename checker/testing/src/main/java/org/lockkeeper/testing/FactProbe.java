package org.lockkeeper.testing;

import java.util.List;
import org.lockkeeper.check.Program;
import org.lockkeeper.check.Settings;

/**
 * Lets the engine be asked, line by line, what it knows, for {@code // want fact "…"}. Found as a
 * service.
 */
public interface FactProbe {

  /** Everything that is known of the program's lines. */
  List<Known> facts(Program program, Settings settings);

  /**
   * What is known at a line.
   *
   * @param file as in {@link org.lockkeeper.ir.Site#file}
   * @param text as in a facts file: {@code blocks}, {@code holds lock}
   */
  record Known(String file, int line, String text) {}
}
