package org.lockkeeper.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a {@code pom.xml} and its parents on the same disk; profiles count as switched on. */
final class MavenSetup {
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

  private final Path folder;
  private final List<Path> files = new ArrayList<>();
  private final List<Element> projects = new ArrayList<>();
  private final Map<String, String> properties = new LinkedHashMap<>();

  private MavenSetup(Path folder) {
    this.folder = folder;
  }

  /**
   * What the folder's {@code pom.xml} says; empty when there is none.
   *
   * @throws BadInput when it cannot be read
   */
  static Optional<Setup> in(Path folder) {
    MavenSetup maven = new MavenSetup(folder);
    maven.read(folder.resolve("pom.xml"));
    return maven.projects.isEmpty() ? Optional.empty() : Optional.of(maven.setup());
  }

  private void read(Path pom) {
    if (!Files.isRegularFile(pom) || files.size() > 20) {
      return;
    }
    Element project = parse(pom);
    files.add(pom);
    projects.add(project);
    child(project, "properties")
        .ifPresent(
            all -> children(all).forEach(p -> properties.putIfAbsent(p.getTagName(), text(p))));
    Optional<Element> parent = child(project, "parent");
    if (parent.isPresent()) {
      String at = child(parent.get(), "relativePath").map(MavenSetup::text).orElse("../pom.xml");
      Path above = pom.resolveSibling(at).normalize();
      read(Files.isDirectory(above) ? above.resolve("pom.xml") : above);
    }
  }

  private static Element parse(Path pom) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(pom.toFile()).getDocumentElement();
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new BadInput("cannot read " + pom + ": " + e.getMessage());
    }
  }

  private Setup setup() {
    List<String> arguments = new ArrayList<>();
    List<Setup.Artifact> path = new ArrayList<>();
    List<Setup.Artifact> dependencies = new ArrayList<>();
    boolean quiet = false;
    for (Element project : projects) {
      all(project, "dependency").forEach(d -> dependencies.add(artifact(d)));
      for (Element plugin : all(project, "plugin").toList()) {
        if (artifact(plugin).name().equals("maven-compiler-plugin")) {
          all(plugin, "arg").forEach(a -> arguments.add(value(a)));
          all(plugin, "compilerArgument").forEach(a -> arguments.add(value(a)));
          all(plugin, "annotationProcessorPaths")
              .forEach(paths -> children(paths).forEach(p -> path.add(artifact(p))));
          quiet |= all(plugin, "showWarnings").anyMatch(w -> value(w).equals("false"));
        }
      }
    }
    List<String> named = files.stream().map(f -> folder.relativize(f).toString()).toList();
    return new Setup(
        "Maven",
        named,
        arguments,
        path.isEmpty() ? dependencies : path,
        openings(arguments),
        quiet || arguments.contains("-nowarn"));
  }

  /** Those of Maven's own process, and those of a javac that it starts. */
  private List<String> openings(List<String> arguments) {
    List<String> flags = new ArrayList<>();
    Path config = files.get(files.size() - 1).resolveSibling(".mvn/jvm.config");
    try {
      if (Files.isRegularFile(config)) {
        flags.addAll(List.of(Files.readString(config).strip().split("\\s+")));
      }
    } catch (IOException e) {
      throw new BadInput("cannot read " + config + ": " + e.getMessage());
    }
    arguments.stream().filter(a -> a.startsWith("-J")).forEach(a -> flags.add(a.substring(2)));
    flags.removeIf(flag -> !flag.startsWith("--add-"));
    return flags;
  }

  private Setup.Artifact artifact(Element of) {
    String group = child(of, "groupId").map(this::value).orElse("org.apache.maven.plugins");
    String name = child(of, "artifactId").map(this::value).orElse("");
    return new Setup.Artifact(group, name, child(of, "version").map(this::value).orElse(""));
  }

  /** The text with properties put in, as far as they are known. */
  private String value(Element of) {
    String text = text(of);
    for (int depth = 0; depth < 10; depth++) {
      Matcher property = PROPERTY.matcher(text);
      String next =
          property.replaceAll(
              found ->
                  Matcher.quoteReplacement(properties.getOrDefault(found.group(1), found.group())));
      if (next.equals(text)) {
        break;
      }
      text = next;
    }
    return text.strip();
  }

  private static String text(Element of) {
    return of.getTextContent().strip();
  }

  private static List<Element> children(Element of) {
    List<Element> all = new ArrayList<>();
    for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        all.add(element);
      }
    }
    return all;
  }

  private static Optional<Element> child(Element of, String name) {
    return children(of).stream().filter(c -> c.getTagName().equals(name)).findFirst();
  }

  private static Stream<Element> all(Element below, String name) {
    var found = below.getElementsByTagName(name);
    return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
        .map(i -> (Element) found.item(i));
  }
}
