//! Web servers of this machine with the configurations of docs/hosting, as a school would run them, but on loopback and
//! without certificates.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// The name that the configurations are written for.
const NAME: &str = "lantern-room.school.example";
/// The directory that they are written for.
const DIRECTORY: &str = "/srv/lantern-room";

/// What Apache needs around a site of its own. Debian's own alias is among it, because it is in everybody's way.
const AROUND_APACHE: &str = "\
ServerName localhost
ServerRoot \"/usr/lib/apache2\"
PidFile \"{home}/apache.pid\"
ErrorLog \"{home}/apache.log\"
Mutex file:{home}
{modules}
# An empty list: the site brings its own.
TypesConfig /dev/null
Listen 127.0.0.1:{port}
Listen 127.0.0.1:{plain}
Alias \"/icons/\" \"/usr/share/apache2/icons/\"
";

/// Debian's modules as they are switched on without asking, and those that the configuration asks for.
const APACHE_MODULES: [&str; 11] = [
    "mpm_event",
    "authz_core",
    "authz_host",
    "alias",
    "dir",
    "mime",
    "autoindex",
    "filter",
    "deflate",
    "headers",
    "rewrite",
];

const AROUND_NGINX: &str = "\
pid {home}/nginx.pid;
error_log {home}/nginx.log;
events {}
http {
    access_log off;
    client_body_temp_path {home}/a;
    proxy_temp_path {home}/b;
    fastcgi_temp_path {home}/c;
    uwsgi_temp_path {home}/d;
    scgi_temp_path {home}/e;
    include {home}/site.conf;
}
";

/// A running server.
pub struct Host {
    /// What it is.
    pub name: &'static str,
    /// Where it serves.
    pub port: u16,
    /// Where it listens for whoever comes without HTTPS; our own server does not.
    pub plain: Option<u16>,
    child: Child,
    home: PathBuf,
}

impl Host {
    /// nginx, Apache, Caddy and our own server in front of a directory.
    pub fn all(release: &Path) -> Vec<Self> {
        vec![Self::nginx(release), Self::apache(release), Self::caddy(release), Self::own(release)]
    }

    /// For instance `http://127.0.0.1:41234`.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn nginx(release: &Path) -> Self {
        let (home, port, plain) = (home(), free_port(), free_port());
        let site = put_right(
            &shipped("nginx.conf"),
            &[
                ("listen 80;", 1, &format!("listen 127.0.0.1:{plain};")),
                ("listen 443 ssl;", 1, &format!("listen 127.0.0.1:{port};")),
                ("    ssl_certificate /etc/ssl/lantern-room/fullchain.pem;\n", 1, ""),
                ("    ssl_certificate_key /etc/ssl/lantern-room/privkey.pem;\n", 1, ""),
                (&format!("server_name {NAME};"), 2, "server_name 127.0.0.1 localhost;"),
                (DIRECTORY, 1, &release.to_string_lossy()),
            ],
        );
        fs::write(home.join("site.conf"), site).expect("a configuration can be written");
        let around = AROUND_NGINX.replace("{home}", &home.to_string_lossy());
        fs::write(home.join("nginx.conf"), around).expect("a configuration can be written");
        let mut command = Command::new(super::house::from_environment("NGINX", "/usr/sbin/nginx"));
        command.arg("-e").arg(home.join("nginx.log")).arg("-p").arg(&home).arg("-c").arg(home.join("nginx.conf"));
        command.args(["-g", "daemon off; master_process off;"]);
        Self::start("nginx", command, home, port, Some(plain))
    }

    fn apache(release: &Path) -> Self {
        let (home, port, plain) = (home(), free_port(), free_port());
        let site = put_right(
            &shipped("apache.conf"),
            &[
                ("<VirtualHost *:80>", 1, &format!("<VirtualHost *:{plain}>")),
                ("<VirtualHost *:443>", 1, &format!("<VirtualHost *:{port}>")),
                ("    SSLEngine on\n", 1, ""),
                ("    SSLCertificateFile /etc/ssl/lantern-room/fullchain.pem\n", 1, ""),
                ("    SSLCertificateKeyFile /etc/ssl/lantern-room/privkey.pem\n", 1, ""),
                (&format!("ServerName {NAME}"), 2, "ServerName localhost"),
                (DIRECTORY, 3, &release.to_string_lossy()),
            ],
        );
        let modules = super::house::from_environment("APACHE_MODULES", "/usr/lib/apache2/modules");
        let modules = APACHE_MODULES
            .map(|name| format!("LoadModule {name}_module \"{}\"\n", modules.join(format!("mod_{name}.so")).display()));
        let around = AROUND_APACHE
            .replace("{home}", &home.to_string_lossy())
            .replace("{modules}", &modules.concat())
            .replace("{port}", &port.to_string())
            .replace("{plain}", &plain.to_string());
        fs::write(home.join("apache.conf"), around + site.as_str()).expect("a configuration can be written");
        let mut command = Command::new(super::house::from_environment("APACHE", "/usr/sbin/apache2"));
        command.args(["-D", "FOREGROUND", "-f"]).arg(home.join("apache.conf"));
        Self::start("Apache", command, home, port, Some(plain))
    }

    fn caddy(release: &Path) -> Self {
        let (home, port) = (home(), free_port());
        let site = put_right(
            &shipped("Caddyfile"),
            &[
                // By itself Caddy would fetch a certificate.
                (&format!("{NAME} {{"), 1, &format!("http://127.0.0.1:{port} {{")),
                (DIRECTORY, 1, &release.to_string_lossy()),
            ],
        );
        fs::write(home.join("Caddyfile"), format!("{{\n\tadmin off\n}}\n{site}"))
            .expect("a configuration can be written");
        let mut command = Command::new(super::house::from_environment("CADDY", "/usr/bin/caddy"));
        command.args(["run", "--adapter", "caddyfile", "--config"]).arg(home.join("Caddyfile"));
        command.env("XDG_DATA_HOME", &home).env("XDG_CONFIG_HOME", &home);
        // Caddy's own redirect from HTTP comes with its certificate.
        Self::start("Caddy", command, home, port, None)
    }

    fn own(release: &Path) -> Self {
        let port = free_port();
        let mut command = Command::new(super::house::from_environment("LANTERN_ROOM_SERVER", "target/debug/xtask"));
        command.args(["serve", "--port", &port.to_string(), "--dir"]).arg(release);
        Self::start("xtask", command, home(), port, None)
    }

    fn start(name: &'static str, mut command: Command, home: PathBuf, port: u16, plain: Option<u16>) -> Self {
        let told = fs::File::create(home.join("output")).expect("a file for what it says");
        let also = told.try_clone().expect("a file for what it says");
        command.stdin(Stdio::null()).stdout(told).stderr(also);
        let child = command.spawn().unwrap_or_else(|error| panic!("{name} cannot be started: {error}"));
        let mut host = Self { name, port, plain, child, home };
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = host.child.try_wait().expect("it can be looked at");
            let said = ["output", "apache.log", "nginx.log"]
                .map(|name| fs::read_to_string(host.home.join(name)).unwrap_or_default())
                .concat();
            assert!(ended.is_none() && begun.elapsed() < Duration::from_secs(30), "{name} does not serve:\n{said}");
            std::thread::sleep(Duration::from_millis(50));
        }
        host
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        if self.child.try_wait().is_ok_and(|ended| ended.is_none()) {
            // Apache's workers end with the one that is asked politely.
            let asked = Command::new("sh").args(["-c", "kill -TERM \"$0\"", &self.child.id().to_string()]).status();
            if !asked.is_ok_and(|status| status.success()) {
                let _ = self.child.kill();
            }
            let _ = self.child.wait();
        }
        let _ = fs::remove_dir_all(&self.home);
    }
}

fn shipped(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/hosting").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The shipped text with what belongs to a real host replaced; each must be there as often as is said.
fn put_right(text: &str, replacements: &[(&str, usize, &str)]) -> String {
    replacements.iter().fold(text.to_owned(), |text, (from, times, to)| {
        // The remarks at the head name some of it.
        let (head, rest) = text.split_once("\n\n").expect("a head of remarks");
        assert_eq!(rest.matches(from).count(), *times, "{from}");
        format!("{head}\n\n{}", rest.replace(from, to))
    })
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("its number").port()
}

fn home() -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("lantern-room-host-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let home = std::env::temp_dir().join(name);
    fs::create_dir(&home).expect("a place for a server");
    home
}
