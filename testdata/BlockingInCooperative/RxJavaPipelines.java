package cases.blockingincooperative;

import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.nio.file.Files;
import java.nio.file.Path;

/** RxJava: the same by other names. */
public class RxJavaPipelines {

  Observable<String> onComputation(Observable<Path> files) {
    return files
        .observeOn(Schedulers.computation())
        .map(file -> Files.readString(file)); // want BlockingInCooperative "readString"
  }

  Observable<String> onIo(Observable<Path> files) {
    return files.observeOn(Schedulers.io()).map(file -> Files.readString(file));
  }

  Observable<String> moved(Observable<Path> files) {
    return files
        .observeOn(Schedulers.computation())
        .map(Path::toAbsolutePath)
        .observeOn(Schedulers.io())
        .map(file -> Files.readString(file));
  }

  Observable<String> nested(Observable<String> ids, Observable<String> names) {
    return ids.observeOn(Schedulers.computation())
        .map(id -> id + names.blockingFirst()); // want BlockingInCooperative "blockingFirst"
  }

  Observable<String> unknown(Observable<Path> files) {
    return files.map(file -> Files.readString(file));
  }
}
