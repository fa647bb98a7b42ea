package org.lockkeeper.sarif;

import java.nio.file.Path;
import java.util.Optional;

/** Source files by {@link org.lockkeeper.ir.Site#file()}. A driver knows where they are. */
public interface SourceFiles {

  /** The path from the log's base with {@code /}; empty when the file is not below it. */
  Optional<String> relative(String file);

  /** Where a file is; empty when its name is none of this file system's. */
  Optional<Path> path(String file);

  /** All of a file; empty when it cannot be read. */
  Optional<String> text(String file);
}
