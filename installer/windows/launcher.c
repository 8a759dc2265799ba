/* Starts the program with the interpreter beside it.

   python311.dll is loaded from the folder of this file alone, and its paths stand in
   python311._pth: no Python of the computer and no variable can change what runs. */

#include <windows.h>

typedef int (*run_python)(int, wchar_t **);

static const wchar_t *START[] = {L"-I", L"-X", L"utf8", L"-m", L"shkola_desktop"};
#define STARTS ((int)(sizeof START / sizeof *START))
#define LONGEST 32768 /* characters of the longest path that Windows knows */

static int fail(const wchar_t *what)
{
    MessageBoxW(NULL, what, L"\x0428\x043a\x043e\x043b\x0430", MB_ICONERROR);
    return 3;
}

/* "Program is not whole. Install it again." */
static const wchar_t *NOT_WHOLE =
    L"\x041f\x0440\x043e\x0433\x0440\x0430\x043c\x043c\x0430 "
    L"\x0441\x043a\x043e\x043f\x0438\x0440\x043e\x0432\x0430\x043d\x0430 "
    L"\x043d\x0435 \x0446\x0435\x043b\x0438\x043a\x043e\x043c. "
    L"\x0423\x0441\x0442\x0430\x043d\x043e\x0432\x0438\x0442\x0435 "
    L"\x0435\x0451 \x0435\x0449\x0451 \x0440\x0430\x0437.";

int wmain(int count, wchar_t **given)
{
    static wchar_t path[LONGEST];
    static wchar_t *all[4096];
    DWORD length = GetModuleFileNameW(NULL, path, LONGEST - 16);
    HMODULE library;
    run_python run;
    int total = 0, i;

    while (length > 0 && path[length - 1] != L'\\')
        length--;
    lstrcpyW(path + length, L"python311.dll");
    library = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (library == NULL)
        return fail(NOT_WHOLE);
    run = (run_python)(void *)GetProcAddress(library, "Py_Main");
    if (run == NULL)
        return fail(NOT_WHOLE);
    all[total++] = given[0];
    for (i = 0; i < STARTS; i++)
        all[total++] = (wchar_t *)START[i];
    for (i = 1; i < count && total < 4095; i++)
        all[total++] = given[i];
    all[total] = NULL;
    return run(total, all);
}
