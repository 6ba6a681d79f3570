#!/usr/bin/perl
# The host's part of scenario fbdev: says whether the emulator's own picture is a PNG that was drawn.
# Usage: deploy/lab/host/fbdev.pl FOLDER   the machine's folder, which the guest has as /lab
# The guest writes a line "PNG DEGREES" into FOLDER/ask and waits for FOLDER/answer, a sentence. The
# emulator's picture stays in FOLDER/screen.ppm. Ends when FOLDER/rc is there.
use strict;
use warnings;
use Compress::Zlib;
use IO::Socket::UNIX;

chdir $ARGV[0] or die "fbdev.pl: $ARGV[0]: $!\n";
until (-e 'rc') {
    select undef, undef, undef, 0.2;
    next unless -e 'ask';
    my ($name, $degrees) = split ' ', slurp('ask');
    unlink 'ask';
    my $answer = eval { compare($name, $degrees) } // "failed: $@";
    open my $file, '>', 'answer.new' or die;
    print $file "$answer\n";
    close $file;
    rename 'answer.new', 'answer';
}

sub slurp {
    my ($name) = @_;
    local $/;
    open my $file, '<:raw', $name or die "$name: $!\n";
    return scalar <$file>;
}

# "equal WxH", or how many pixels differ.
sub compare {
    my ($name, $degrees) = @_;
    my ($width, $height, $drawn) = turned($degrees, png(slurp($name)));
    my ($other, $tall, $shown) = screen();
    return "other size: ${other}x$tall and not ${width}x$height"
        unless $width == $other && $height == $tall;
    return "equal ${width}x$height" if $drawn eq $shown;
    my $count = 0;
    for (my $at = 0; $at < length $drawn; $at += 3) {
        $count++ if substr($drawn, $at, 3) ne substr($shown, $at, 3);
    }
    return "different: $count pixels";
}

# What the emulator shows, as a P6 file.
sub screen {
    my $qmp = IO::Socket::UNIX->new('qmp') or die "qmp: $!\n";
    <$qmp>;
    for my $line ('{"execute":"qmp_capabilities"}',
        '{"execute":"screendump","arguments":{"filename":"screen.ppm"}}')
    {
        print $qmp "$line\n";
        $qmp->flush;
        my $reply;
        do { $reply = <$qmp> // die "qmp ended\n" } until $reply =~ /"(return|error)"/;
        die $reply if $reply =~ /"error"/;
    }
    my $picture = slurp('screen.ppm');
    $picture =~ s/^P6\s+(\d+)\s+(\d+)\s+255\s// or die "no P6 picture\n";
    return ($1, $2, $picture);
}

# Width, height and RGB bytes of a PNG with 8 bits a channel, RGB or RGBA, not interlaced.
sub png {
    my ($bytes) = @_;
    my ($at, $packed, $width, $height, $type) = (8, '');
    while ($at < length $bytes) {
        my ($length, $kind) = unpack 'Na4', substr($bytes, $at, 8);
        my $chunk = substr($bytes, $at + 8, $length);
        ($width, $height, $type) = (unpack 'NNCC', $chunk)[0, 1, 3] if $kind eq 'IHDR';
        $packed .= $chunk if $kind eq 'IDAT';
        $at += 12 + $length;
    }
    my $size = $type == 6 ? 4 : $type == 2 ? 3 : die "PNG of type $type\n";
    my $plain = uncompress($packed) // die "PNG cannot be unpacked\n";
    my @above = (0) x ($width * $size);
    my $rgb = '';
    for my $row (0 .. $height - 1) {
        my $begin = $row * ($width * $size + 1);
        my $filter = ord substr($plain, $begin, 1);
        my @line = unpack 'C*', substr($plain, $begin + 1, $width * $size);
        unfilter($filter, $size, \@line, \@above);
        @above = @line;
        $rgb .= pack 'C*', $size == 3 ? @line : @line[grep { $_ % 4 != 3 } 0 .. $#line];
    }
    return ($width, $height, $rgb);
}

# The five filters of PNG, RFC 2083 section 6.
sub unfilter {
    my ($filter, $size, $line, $above) = @_;
    return if $filter == 0;
    for my $i (0 .. $#$line) {
        my $left = $i >= $size ? $line->[$i - $size] : 0;
        my $up = $above->[$i];
        my $add = $left;
        if ($filter == 2) { $add = $up }
        elsif ($filter == 3) { $add = ($left + $up) >> 1 }
        elsif ($filter == 4) {
            my $corner = $i >= $size ? $above->[$i - $size] : 0;
            my ($l, $u, $c) = (abs($up - $corner), abs($left - $corner), abs($left + $up - 2 * $corner));
            $add = $l <= $u && $l <= $c ? $left : $u <= $c ? $up : $corner;
        }
        $line->[$i] = ($line->[$i] + $add) & 255;
    }
}

# A picture turned clockwise.
sub turned {
    my ($degrees, $width, $height, $rgb) = @_;
    return ($width, $height, $rgb) if $degrees == 0;
    my @pixels = unpack '(a3)*', $rgb;
    return ($width, $height, join '', reverse @pixels) if $degrees == 180;
    my $turned = '';
    for my $x ($degrees == 90 ? 0 .. $width - 1 : reverse 0 .. $width - 1) {
        my @column = map { $pixels[$_ * $width + $x] } 0 .. $height - 1;
        $turned .= join '', $degrees == 90 ? reverse @column : @column;
    }
    return ($height, $width, $turned);
}
