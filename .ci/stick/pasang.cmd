@echo off
rem Memasang skp-tui bagi pemakai ini: tanpa jaringan, tanpa administrator.
setlocal
set "python=%~dp0python-windows\python.exe"
if exist "%python%" goto bawaan
where py >nul 2>nul
if errorlevel 1 goto tidak_ada
set "versi="
for %%v in (3.14 3.13 3.12 3.11) do if not defined versi py -%%v -I -c "pass" >nul 2>nul && set "versi=%%v"
if not defined versi goto tidak_ada
py -%versi% -I "%~dp0pasang.py" %*
goto selesai
:bawaan
"%python%" -I "%~dp0pasang.py" %*
goto selesai
:tidak_ada
echo pasang: bundel ini dibuat tanpa Python untuk Windows,
echo dan komputer ini tidak punya Python 3.11 sampai 3.14.
echo Minta bundel yang berisi map python-windows.
set hasil=2
goto tutup
:selesai
set hasil=%errorlevel%
:tutup
if not defined SKP_TUI_TANPA_JEDA pause
exit /b %hasil%
