package cases.unguardedcheckthenact.published;

/** Shows other packages what it inherits. */
public class Table extends AbstractTable {
  int width(String id) {
    insert(id, id);
    return length(id);
  }
}
