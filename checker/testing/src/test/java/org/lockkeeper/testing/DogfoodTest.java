package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.lockkeeper.check.Analysis;
import org.lockkeeper.check.Report;
import org.lockkeeper.check.Settings;
import org.lockkeeper.javac.SourceDoor;
import org.lockkeeper.report.Text;

/** Nothing is found in our own sources. */
class DogfoodTest {
  private static final Pattern INTERNALS =
      Pattern.compile("import com\\.(sun\\.tools\\.javac|google\\.errorprone)\\.");

  @Test
  void ourOwnSourcesAreClean() {
    List<Path> classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    List<String> errors = new ArrayList<>();
    SourceDoor.Result read =
        SourceDoor.read(
            new SourceDoor.Input(Repository.mainSources(), classPath, 17, StandardCharsets.UTF_8),
            d -> {
              if (d.getKind() == Diagnostic.Kind.ERROR && !isErrorPrones(d.getSource())) {
                errors.add(d.toString());
              }
            });
    assertThat(errors).as("everything must resolve to be looked at").isEmpty();
    assertThat(read.notices()).isEmpty();
    Report report = Analysis.run(read.program(), Settings.defaults());
    assertThat(report.findings().stream().map(f -> Text.plain().finding(f, report.severity(f))))
        .isEmpty();
    assertThat(report.notices()).isEmpty();
  }

  /** Error Prone's API is made of javac's internals, which {@code --release} hides. */
  private static boolean isErrorPrones(JavaFileObject file) {
    return file != null && INTERNALS.matcher(Case.read(Path.of(file.toUri()))).find();
  }
}
