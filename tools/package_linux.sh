#!/bin/sh
# Put dist/ksdesk into a .deb and a portable archive, both in dist/linux; `make package-linux` runs it.
#
# Owner, order and times in both are fixed: one commit makes the same bytes.
set -eu
cd "$(dirname "$0")/.."

version=$(.venv/bin/python -c 'import ksdesk; print(ksdesk.__version__)')
arch=$(dpkg --print-architecture)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}
export SOURCE_DATE_EPOCH
out=dist/linux
root=$out/root
name=ksdesk-$version-linux-$(uname -m)
rm -rf "$out" && mkdir -p "$root/DEBIAN"

install -d "$root/usr/lib" "$root/usr/bin"
cp -a dist/ksdesk "$root/usr/lib/ksdesk"
rm -r "$root/usr/lib/ksdesk/share"
ln -s ../lib/ksdesk/ksdesk "$root/usr/bin/ksdesk"
put() { install -D -m 644 "resources/desktop/$1" "$root/usr/share/$2"; }
put ksdesk.desktop applications/ksdesk.desktop
put ksdesk.svg icons/hicolor/scalable/apps/ksdesk.svg
put ksdesk.png icons/hicolor/256x256/apps/ksdesk.png
put ksdesk.mime.xml mime/packages/ksdesk.xml
put ksdesk.metainfo.xml metainfo/org.ksdesk.ksdesk.metainfo.xml
install -D -m 644 LICENSE "$root/usr/share/doc/ksdesk/copyright"

# The libraries that the folder takes from the system, by the packages that hold them here.
needs=$(find dist/ksdesk -type f \( -name '*.so*' -o -name ksdesk \) -exec objdump -p {} + 2>/dev/null |
    awk '$1 == "NEEDED" { print $2 }' | sort -u | while read -r library; do
        [ -n "$(find dist/ksdesk -name "$library" -print -quit)" ] || echo "$library"
    done)
packages=$(for library in $needs; do
    dpkg -S "*/$library" 2>/dev/null | head -n 1 | cut -d: -f1
done | sort -u)
libc=$(dpkg-query -W -f '${Version}' libc6 | cut -d- -f1)
depends=$(echo "$packages" | sed "s/^libc6\$/libc6 (>= $libc)/" | paste -sd, | sed 's/,/, /g')
size=$(du -sk "$root/usr" | cut -f1)
cat > "$root/DEBIAN/control" <<END
Package: ksdesk
Version: $version
Architecture: $arch
Maintainer: The ksdesk authors <ksdesk@localhost>
Section: misc
Priority: optional
Installed-Size: $size
Depends: $depends
Description: Livestream shop assistant that works offline
 For people who sell by livestream on Kuaishou and run a shop alone: opening the
 shop, deposit, products, paid traffic with honest ROI. Everything stays in one
 file on the own computer; no network connection is ever opened.
END
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz -z9 --build "$root" "$out/ksdesk_${version}_$arch.deb" >/dev/null
rm -r "$root"

tar -C dist --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
    --transform "s,^ksdesk,$name," -c ksdesk | xz -6 -T2 > "$out/$name.tar.xz"
cp dist/ksdesk.cdx.json "$out/$name.cdx.json"
ls -l "$out" | awk 'NR > 1 { printf "%s %.1f MiB\n", $NF, $5 / 1048576 }'
