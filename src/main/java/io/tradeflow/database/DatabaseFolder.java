package io.tradeflow.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder an embedded server keeps its data in. One program at a time owns it. When a program was killed hard, its server lives on and
 * holds the data; whoever owns the folder next ends that orphan the way PostgreSQL wants to be ended.
 */
class DatabaseFolder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DatabaseFolder.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final FileChannel lockFile;
    private final FileLock lock;

    private DatabaseFolder(Path folder, FileChannel lockFile, FileLock lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** @throws IllegalStateException when another running program owns the folder */
    static DatabaseFolder own(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel lockFile = FileChannel.open(
                    folder.resolve("tradeflow.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(lockFile);
            if (lock == null) {
                lockFile.close();
                throw new IllegalStateException("The data folder " + folder.toAbsolutePath()
                        + " belongs to a Tradeflow that is running. Stop it, or choose another folder with"
                        + " --tradeflow.data=<folder>.");
            }
            DatabaseFolder owned = new DatabaseFolder(folder, lockFile, lock);
            owned.endOrphanedServer();
            return owned;
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + folder.toAbsolutePath() + " cannot be used", e);
        }
    }

    Path serverData() {
        return folder.resolve("postgres");
    }

    @Override
    public void close() throws IOException {
        lock.release();
        lockFile.close();
    }

    private static FileLock tryLock(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException heldInThisProgram) {
            return null;
        }
    }

    private void endOrphanedServer() throws IOException {
        Path pidFile = serverData().resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
            ProcessHandle.of(pid).filter(DatabaseFolder::isPostgres).ifPresent(DatabaseFolder::end);
        }
    }

    /** The number in a stale file may by now be anybody's; only a PostgreSQL server is ended. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(c -> c.contains("postgres")).orElse(false);
    }

    private static void end(ProcessHandle orphan) {
        log.warn("Ending the database server {} that an earlier, killed program left behind", orphan.pid());
        orphan.destroy();
        try {
            orphan.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException stubborn) {
            // Safe for the data: the next start recovers from the write-ahead log.
            orphan.destroyForcibly();
            orphan.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while an old database server shut down", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The old database server " + orphan.pid() + " could not be ended", e);
        }
    }
}
