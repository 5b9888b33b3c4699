namespace Extraction.Pages.Reading;

/// <summary>The bytes of an input, read so that nothing wrong with them throws and no memory without bound is taken.</summary>
/// <remarks>For one reader. Once <see cref="Fault"/> is set no more bytes come.</remarks>
internal sealed class InputBytes(Stream stream, int maxBytes)
{
    private const int ChunkBytes = 64 << 10;

    private byte[] _buffer = new byte[ChunkBytes];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>What stopped the reading before its end, null when nothing did.</summary>
    public string? Fault { get; private set; }

    /// <summary>All bytes that are left; empty with a <see cref="Fault"/> when there are too many.</summary>
    public ReadOnlyMemory<byte> ReadAll()
    {
        while (!_ended)
        {
            Fill();
            if (_end - _start > maxBytes)
            {
                Stop($"The input has more than {maxBytes} bytes after decompression.");
                return default;
            }
        }
        return _buffer.AsMemory(_start, _end - _start);
    }

    /// <summary>The next line without its break.</summary>
    /// <param name="line">Valid until the next call; empty when the line is too long.</param>
    /// <param name="isTooLong">Whether the line had more bytes than are allowed and was skipped.</param>
    /// <returns>False at the end and at a fault; a line that a fault cut short is not given.</returns>
    public bool TryReadLine(out ReadOnlyMemory<byte> line, out bool isTooLong)
    {
        isTooLong = false;
        int searched = 0;
        while (true)
        {
            int found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                line = isTooLong ? default : _buffer.AsMemory(_start, searched + found);
                _start += searched + found + 1;
                return true;
            }
            searched = _end - _start;
            if (_ended)
            {
                line = isTooLong ? default : _buffer.AsMemory(_start, searched);
                _start = _end;
                return Fault is null && (searched > 0 || isTooLong);
            }
            if (searched > maxBytes || isTooLong)
            {
                isTooLong = true;
                _start = _end = searched = 0;
            }
            Fill();
        }
    }

    private void Fill()
    {
        if (_start > 0 && _end == _buffer.Length)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, (int)Math.Min(Array.MaxLength, _buffer.Length * 2L));
        try
        {
            int read = stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += read;
            _ended = read == 0;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            Stop(exception is InvalidDataException
                ? $"The compressed data is damaged or cut short: {exception.Message}"
                : $"The input cannot be read: {exception.Message}");
        }
    }

    private void Stop(string reason)
    {
        Fault = reason;
        _ended = true;
    }
}
