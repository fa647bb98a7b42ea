package org.lockkeeper.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a build calls javac, as far as its files tell.
 *
 * @param tool such as {@code Maven}
 * @param files that were read, as they are named to people
 * @param arguments of javac, also those of its plugins
 * @param path what is on the processor path
 * @param openings flags that open javac's packages to Error Prone, where the build has them
 * @param quiet whether warnings are switched off
 */
record Setup(
    String tool,
    List<String> files,
    List<String> arguments,
    List<Artifact> path,
    List<String> openings,
    boolean quiet) {

  /**
   * Something from a repository.
   *
   * @param version empty when it is not told
   */
  record Artifact(String group, String name, String version) {
    @Override
    public String toString() {
      return group + ":" + name + (version.isEmpty() ? "" : ":" + version);
    }
  }

  private static final String PLUGIN = "-Xplugin:";

  /** The jar with our checks. */
  Optional<Artifact> ours() {
    return find("org.lockkeeper", "lockkeeper");
  }

  /** Error Prone. */
  Optional<Artifact> errorProne() {
    return find("com.google.errorprone", "error_prone_core");
  }

  /** An artifact of the processor path. */
  Optional<Artifact> find(String group, String name) {
    return path.stream().filter(a -> a.group().equals(group) && a.name().equals(name)).findFirst();
  }

  /** Whether javac is told to run a plugin. */
  boolean runs(String plugin) {
    return options(plugin).isPresent();
  }

  /** The words behind a plugin's name; empty when javac is not told to run it. */
  Optional<List<String>> options(String plugin) {
    return arguments.stream()
        .filter(argument -> argument.startsWith(PLUGIN))
        .map(argument -> List.of(argument.substring(PLUGIN.length()).strip().split("\\s+")))
        .filter(words -> words.get(0).equals(plugin))
        .map(words -> words.subList(1, words.size()))
        .findFirst();
  }

  /** Files of models that the build names, for the plugin or for Error Prone. */
  List<String> models() {
    List<String> words = options("Lockkeeper").orElse(List.of());
    Stream<String> plain =
        Stream.iterate(0, i -> i + 1 < words.size(), i -> i + 1)
            .filter(i -> words.get(i).equals("-models"))
            .map(i -> words.get(i + 1));
    String flag = "-XepOpt:Lockkeeper:Models=";
    Stream<String> flags =
        options("ErrorProne").orElse(List.of()).stream()
            .filter(word -> word.startsWith(flag))
            .flatMap(word -> Stream.of(word.substring(flag.length()).split(",")));
    return Stream.concat(plain, flags).toList();
  }
}
