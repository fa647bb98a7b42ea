package org.lockkeeper.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a Gradle build as text: what it computes is not seen. */
final class GradleSetup {
  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "(annotationProcessor|errorprone)\\s*\\(?\\s*[\"']([\\w.-]+):([\\w.-]+)(?::([^\"']*))?[\"']");
  private static final Pattern ARGUMENT =
      Pattern.compile("[\"'](-(?:X|nowarn|-should|-add)[^\"']*)[\"']");
  private static final Pattern OPTION =
      Pattern.compile("option\\s*\\(\\s*[\"'](Lockkeeper:\\w+)[\"']\\s*,\\s*[\"']([^\"']*)[\"']");
  private static final String ERROR_PRONE = "net.ltgt.errorprone";

  private GradleSetup() {}

  /**
   * What the folder's build script says; empty when there is none.
   *
   * @throws BadInput when it cannot be read
   */
  static Optional<Setup> in(Path folder) {
    for (String name : List.of("build.gradle.kts", "build.gradle")) {
      Path script = folder.resolve(name);
      if (Files.isRegularFile(script)) {
        try {
          return Optional.of(setup(name, Files.readString(script)));
        } catch (IOException e) {
          throw new BadInput("cannot read " + script + ": " + e.getMessage());
        }
      }
    }
    return Optional.empty();
  }

  private static Setup setup(String name, String script) {
    String code = script.replaceAll("(?m)(^|\\s)//.*$", "").replaceAll("(?s)/\\*.*?\\*/", "");
    List<Setup.Artifact> path = new ArrayList<>();
    Matcher dependency = DEPENDENCY.matcher(code);
    while (dependency.find()) {
      String version = dependency.group(4) == null ? "" : dependency.group(4);
      path.add(new Setup.Artifact(dependency.group(2), dependency.group(3), version));
    }
    List<String> arguments = new ArrayList<>();
    Matcher argument = ARGUMENT.matcher(code);
    while (argument.find()) {
      arguments.add(argument.group(1));
    }
    List<String> openings = arguments.stream().filter(a -> a.startsWith("--add-")).toList();
    if (code.contains(ERROR_PRONE)) {
      // The plugin passes these, and what opens javac.
      openings = List.of("--add-exports by " + ERROR_PRONE);
      arguments.addAll(List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW"));
      arguments.add("-Xplugin:ErrorProne" + flags(code));
    }
    return new Setup(
        "Gradle", List.of(name), arguments, path, openings, arguments.contains("-nowarn"));
  }

  private static String flags(String code) {
    StringBuilder flags = new StringBuilder();
    Matcher option = OPTION.matcher(code);
    while (option.find()) {
      flags.append(" -XepOpt:").append(option.group(1)).append('=').append(option.group(2));
    }
    return flags.toString();
  }
}
